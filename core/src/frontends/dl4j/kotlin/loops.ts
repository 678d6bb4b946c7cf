import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression } from "../program/expression.js";
import type { Course, Region } from "../program/program.js";
import { readBody, readCondition } from "./branches.js";
import { readExpression } from "./expressions.js";
import { Items } from "./items.js";
import { declareParameter } from "./lambdas.js";
import { partsOf } from "./parts.js";
import type { Context, Reading } from "./reading.js";
import { opaque, rangeOf, within } from "./reading.js";
import { state } from "./statements.js";

/** How a loop goes on, by what is looped over. */
export type Going = Pick<Region, "count" | "course">;

type Bounds = Omit<NonNullable<Region["count"]>, "variable">;

/** The bounds of a range: `0 until n`, `0..<n`, `1..n`, `0.until(n)`, `sizes.indices`; `undefined` for everything else. */
function boundsOf(range: Expression): Bounds | undefined {
  if (range.kind === "select" && range.name === "indices") return indicesOf(range.on);
  if (range.kind === "binary") {
    const { operator, left: from, right: to } = range;
    if (operator === "until" || operator === "..<") return { from, to, inclusive: false };
    return operator === ".." ? { from, to, inclusive: true } : undefined;
  }
  if (range.kind !== "invoke" || range.on === null || range.name !== "until") return undefined;
  const [to] = range.args;
  return to && { from: range.on, to, inclusive: false };
}

export function indicesOf(list: Expression): Bounds {
  const { range } = list;
  const place = { start: range.end, end: range.end };
  const from: Expression = { kind: "literal", range: place, value: 0, integer: true };
  const to: Expression = { kind: "invoke", range, on: list, name: "size", nameRange: place, linkRange: place, args: [], argsRange: place };
  return { from, to, inclusive: false };
}

/** What a loop over items and their numbers begins each round with: `size = sizes[i]`. */
export function readItem(list: Expression, [counter, item]: readonly SyntaxNode[], context: Context, reading: Reading): void {
  if (!counter || !item) return;
  const index: Expression = { kind: "name", range: rangeOf(counter), name: reading.span(counter) };
  reading.state({ kind: "index", range: rangeOf(item), on: list, index }, context, { target: reading.span(item) });
}

/** `for (i in 0 until n)`, `for (i in 10 downTo 0 step 2)`, `for (size in sizes)`. */
function goingOver(over: Expression, variable: SyntaxNode, context: Context, reading: Reading): Going {
  const name = reading.span(variable);
  const bounds = boundsOf(over);
  if (bounds) return { count: { variable: name, ...bounds } };
  const steps = stepsOf(over);
  if (!steps) return { course: { kind: "each", variable: rangeOf(variable), of: over } };
  const { from, to, by, isDown } = steps;
  const counter: Expression = { kind: "name", range: rangeOf(variable), name };
  reading.state(from, context, { target: name });
  const { range } = over;
  const course: Course = {
    kind: "condition",
    while: { kind: "binary", range, operator: isDown ? ">=" : "<=", left: counter, right: to },
    updates: [{ kind: "assign", range, operator: isDown ? "-=" : "+=", target: counter, value: by }],
    isTestedLast: false,
  };
  return { course };
}

interface Steps {
  readonly from: Expression;
  /** The last one, itself included. */
  readonly to: Expression;
  readonly by: Expression;
  readonly isDown: boolean;
}

function stepsOf(over: Expression): Steps | undefined {
  if (over.kind !== "binary") return undefined;
  const { operator, left, right, range } = over;
  const one: Expression = { kind: "literal", range, value: 1, integer: true };
  if (operator === "downTo") return { from: left, to: right, by: one, isDown: true };
  if (operator !== "step") return undefined;
  const down = stepsOf(left);
  if (down) return { ...down, by: right };
  const bounds = boundsOf(left);
  if (!bounds) return undefined;
  const to: Expression = bounds.inclusive ? bounds.to : { kind: "binary", range, operator: "-", left: bounds.to, right: one };
  return { from: bounds.from, to, by: right, isDown: false };
}

/** How the block of `repeat(n) { … }` or `sizes.forEach { … }` is repeated. */
export function goingOf(name: string, on: Expression | null, args: readonly Expression[], variable: string, place: Range): Going {
  const [times] = args;
  if (name === "repeat" && on === null && times) {
    const { start } = times.range;
    const from: Expression = { kind: "literal", range: { start, end: start }, value: 0, integer: true };
    return { count: { variable, from, to: times, inclusive: false } };
  }
  if (name === "forEachIndexed" && on) return { count: { variable, ...indicesOf(on) } };
  if ((name !== "forEach" && name !== "onEach") || !on) return {};
  const bounds = boundsOf(on);
  return bounds ? { count: { variable, ...bounds } } : { course: { kind: "each", variable: place, of: on } };
}

/** `for (i in 0 until n) …` */
export function readFor(items: Items, context: Context, reading: Reading): null {
  const head = items.take();
  if (!head) return null;
  const inside = head.getChild("Condition");
  const parts = new Items(inside ?? head, reading.text, false);
  const variables: SyntaxNode[] = [];
  while (parts.next && parts.next.name !== "in") {
    const part = parts.take();
    if (part?.name === "Name") variables.push(part);
    else if (part?.name === "Parens") variables.push(...part.getChildren("Name"));
    else if (part?.name === ":") parts.take();
  }
  parts.takeIf("in");
  const over = readExpression(parts, context, reading);
  const [variable, ...others] = variables;
  const numbered = others.length === 1 && over?.kind === "invoke" && over.name === "withIndex" ? over.on : null;
  const range = { start: head.from, end: context.scope.end };
  const loop = { ...context, scope: range, isType: false };
  for (const one of variables) declareParameter(one, loop, reading);
  const apart = over && !numbered ? partsOf(over, variables, head.from, reading) : undefined;
  const going =
    variable && numbered
      ? { count: { variable: reading.span(variable), ...indicesOf(numbered) } }
      : variable && over && others.length === 0
        ? goingOver(over, variable, loop, reading)
        : (apart?.going ?? {});
  if (!going.count && !going.course) state(over, context, reading);
  const begin = numbered ? (inner: Context) => readItem(numbered, variables, inner, reading) : (apart?.begin ?? null);
  repeated(items, range, going, loop, reading, begin);
  return null;
}

/** Reads a loop's body; the loop ends with it. */
function repeated(
  items: Items,
  range: { start: number; end: number },
  going: Going,
  context: Context,
  reading: Reading,
  begin: ((inner: Context) => void) | null = null,
): Region {
  const region: Region = { kind: "loop", range, ...going };
  const inner = within(context, region);
  begin?.(inner);
  state(readBody(items, inner, reading), inner, reading);
  range.end = items.endOfTaken(range.start);
  return region;
}

export function readWhile(items: Items, context: Context, reading: Reading): null {
  const head = items.take();
  if (!head) return null;
  const condition = readCondition(head, context, reading);
  const range = { start: head.from, end: context.scope.end };
  repeated(
    items,
    range,
    { course: { kind: "condition", while: condition, updates: [], isTestedLast: false } },
    { ...context, scope: range, isType: false },
    reading,
  );
  return null;
}

export function readDo(items: Items, context: Context, reading: Reading): null {
  const word = items.take();
  if (!word) return null;
  const range = { start: word.from, end: context.scope.end };
  // the condition is read behind the body
  const course = { kind: "condition" as const, while: opaque(rangeOf(word)), updates: [], isTestedLast: true };
  repeated(items, range, { course }, { ...context, scope: range, isType: false }, reading);
  const head = items.next?.firstChild?.name === "while" ? items.take() : undefined;
  if (head) course.while = readCondition(head, context, reading);
  range.end = items.endOfTaken(range.start);
  return null;
}
