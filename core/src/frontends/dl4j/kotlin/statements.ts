import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import { readAssignment } from "./assignments.js";
import { readDeclaration } from "./declarations.js";
import { isOperand, readExpression } from "./expressions.js";
import { Items } from "./items.js";
import { readDo, readFor, readWhile } from "./loops.js";
import type { Context, Reading } from "./reading.js";
import { rangeOf, within } from "./reading.js";

/** Reads statements to the end; the last expression is handed back, as the value of a block that has one. */
export function readStatements(items: Items, context: Context, reading: Reading): Expression | null {
  let last: Expression | null = null;
  while (items.next) {
    state(last, context, reading);
    const before = items.taken;
    last = readStatement(items, context, reading);
    if (items.taken === before) items.take();
  }
  return last;
}

/** Notes an expression that stands alone. What an `if` or `when` gives stands in its branches. */
export function state(expression: Expression | null, context: Context, reading: Reading): void {
  if (!expression || expression.kind === "opaque") return;
  if (expression.kind !== "conditional") {
    reading.state(expression, context);
    return;
  }
  state(expression.condition, context, reading);
  const [then, otherwise] = reading.branchesOf(expression);
  state(expression.then, then ? within(context, then) : context, reading);
  state(expression.otherwise, otherwise ? within(context, otherwise) : context, reading);
}

export function readBlock(block: SyntaxNode, context: Context, reading: Reading): Expression | null {
  const inner = { ...context, scope: rangeOf(block), isType: false, depth: context.depth + 1 };
  return readStatements(new Items(block, reading.text, true), inner, reading);
}

/** Reads one statement; `null` when it has no value. */
export function readStatement(items: Items, context: Context, reading: Reading): Expression | null {
  while (items.takeIf(";") ?? items.takeIf(",")) continue;
  const { next } = items;
  if (!next || readDeclaration(items, context, reading)) return null;
  const word = next.name === "Head" ? next.firstChild?.name : next.name;
  if (word === "for") return readFor(items, context, reading);
  if (word === "while") return readWhile(items, context, reading);
  if (word === "do") return readDo(items, context, reading);
  if (isOperand(next) && items.ahead(1)?.name === "Assign") return readAssignment(items, context, reading);
  return readExpression(items, context, reading);
}
