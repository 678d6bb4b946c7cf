import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression, Invoke } from "../program/expression.js";
import { readExpression } from "./expressions.js";
import type { Items } from "./items.js";
import { indexOf, readOperand } from "./operands.js";
import { callOfProperty } from "./properties.js";
import type { Context, Reading } from "./reading.js";
import { nameAt, opaque, rangeOf } from "./reading.js";
import { state } from "./statements.js";

/** What is assigned: by `=` or by an operator with it. */
interface Assigned {
  readonly operator: string;
  readonly value: Expression;
  /** The whole assignment. */
  readonly range: Range;
}

/** `x = …`, `x += …`, `builder.seed = …`, `sizes[0] = …`; setters are calls, and handed back. */
export function readAssignment(items: Items, context: Context, reading: Reading): Expression | null {
  const target = items.take();
  const sign = items.take();
  if (!target || !sign) return null;
  const value = readExpression(items, context, reading) ?? opaque({ start: sign.to, end: sign.to });
  const assigned = { operator: reading.span(sign), value, range: { start: target.from, end: value.range.end } };
  if (target.name === "Name") return toName(target, assigned, context, reading);
  if (target.name === "Member") return toProperty(target, assigned, context, reading);
  if (target.name === "Subscript") return toItem(target, assigned, context, reading);
  state(value, context, reading);
  return null;
}

function toName(target: SyntaxNode, assigned: Assigned, context: Context, reading: Reading): Expression | null {
  const name = nameAt(target, context, reading);
  if (context.receiver !== null && context.receiver !== "this" && !reading.isLocal(name.name, target.from)) {
    reading.unclear.push({ name: name.name, range: assigned.range, context });
    const on: Expression = { kind: "name", range: { start: target.from, end: target.from }, name: context.receiver };
    return setter(on, target, name.name, target.from, assigned);
  }
  assign(name, name.name, assigned, undefined, context, reading);
  return null;
}

/** A plain assignment is its value with a target; one with an operator is an expression of its own. */
function assign(
  target: Expression,
  name: string,
  { operator, value, range }: Assigned,
  through: "this" | undefined,
  context: Context,
  reading: Reading,
): void {
  const isPlain = operator === "=";
  reading.write(name, range, isPlain ? value : null, context, through);
  if (isPlain) reading.state(value, context, { target: name, ...(through && { isFieldTarget: true }) });
  else reading.state({ kind: "assign", range, operator, target, value }, context);
}

function toProperty(target: SyntaxNode, assigned: Assigned, context: Context, reading: Reading): Expression | null {
  const object = target.firstChild;
  const property = target.getChild("Property");
  if (!object || !property) return null;
  const on = readOperand(object, context, reading);
  const name = reading.span(property);
  const select: Expression = { kind: "select", range: rangeOf(target), on, name, nameRange: rangeOf(property) };
  if (on.kind === "name" && on.name === "this") {
    assign(select, name, assigned, "this", context, reading);
    return null;
  }
  if (on.kind === "name" && reading.types.has(on.name)) {
    reading.write(name, assigned.range, null, context, "object");
    reading.state({ kind: "assign", range: assigned.range, operator: assigned.operator, target: select, value: assigned.value }, context);
    return null;
  }
  reading.unclear.push({ name, range: assigned.range, context });
  return setter(on, property, name, object.nextSibling?.from ?? property.from, assigned);
}

function setter(on: Expression, property: SyntaxNode, name: string, start: number, { operator, value, range: whole }: Assigned): Invoke {
  const range = { start: on.range.start, end: whole.end };
  const argument = operator === "=" ? value : opaque(value.range);
  const linkRange = { start, end: whole.end };
  return {
    kind: "invoke",
    range,
    on,
    name: callOfProperty(name),
    nameRange: rangeOf(property),
    linkRange,
    args: [argument],
    argsRange: value.range,
    isAssignment: true,
  };
}

/** An item of an array, or an entry of a map: only how the variable was made tells. */
function toItem(target: SyntaxNode, { operator, value, range }: Assigned, context: Context, reading: Reading): Expression | null {
  const object = target.firstChild;
  if (!object) return null;
  const on = readOperand(object, context, reading);
  const index = readExpression(indexOf(target, reading), context, reading) ?? opaque(rangeOf(target));
  const made = on.kind === "name" ? reading.declarations.findLast(({ name }) => name === on.name)?.initializer : undefined;
  const linkRange = { start: object.to, end: range.end };
  const isEntry = operator === "=" && (made?.kind === "construct" || made?.kind === "invoke");
  if (isEntry)
    return { kind: "invoke", range, on, name: "put", nameRange: linkRange, linkRange, args: [index, value], argsRange: value.range };
  if (on.kind === "name") reading.write(on.name, range, null, context);
  const item: Expression = { kind: "index", range: rangeOf(target), on, index };
  reading.state({ kind: "assign", range, operator, target: item, value }, context);
  return null;
}
