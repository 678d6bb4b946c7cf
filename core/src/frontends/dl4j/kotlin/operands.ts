import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression, Invoke } from "../program/expression.js";
import { dottedName } from "../program/expression.js";
import { splitSwallowed } from "../program/unclosed.js";
import type { Called } from "./calls.js";
import { readCall } from "./calls.js";
import { readExpression } from "./expressions.js";
import { isBuilderCall } from "./implicit-receiver.js";
import { Items } from "./items.js";
import { readUnknownLambda } from "./lambdas.js";
import { parseNumber } from "./literals.js";
import { getters, isBuilderProperty, valuesOfConstants } from "./properties.js";
import type { Context, Reading } from "./reading.js";
import { nameAt, opaque, rangeOf } from "./reading.js";
import { readStatements, state } from "./statements.js";
import { readText } from "./templates.js";

const links = new Set(["Member", "Call", "Subscript", "NotNull"]);

/**
 * Reads a name, a literal or a bracket with all that is called on it. The tree nests to the left, one level per link: it is read in a loop.
 * @param on what a call by a bare name at its beginning is a call on, where that is known
 */
export function readOperand(node: SyntaxNode, context: Context, reading: Reading, on: Expression | null = null): Expression {
  const levels: SyntaxNode[] = [];
  let base: SyntaxNode = node;
  while (links.has(base.name) && base.firstChild) {
    levels.push(base);
    base = base.firstChild;
  }
  levels.reverse();
  const isCalled = base.name === "Name" && levels[0]?.name === "Call";
  let read: Expression | null = isCalled ? on : readBase(base, levels.length > 0, context, reading);
  for (let place = 0; place < levels.length;) {
    const level = levels[place];
    if (!level) break;
    const name = level.name === "Member" ? level.getChild("Property") : level === levels[0] && isCalled ? base : null;
    const call = level.name === "Call" ? level : levels[place + 1];
    if (name && call?.name === "Call") {
      const called = calledAt(levels, level.name === "Call" ? place : place + 1);
      const start = place === 0 && on ? on.range.end : startOf(level, name);
      read = readCall({ ...called, on: read, name, start }, context, reading);
      place = called.next;
    } else {
      read = readOther(read, level, context, reading);
      place++;
    }
  }
  return read ?? opaque(rangeOf(node));
}

/** The innermost part of a chain. */
function readBase(node: SyntaxNode, isContinued: boolean, context: Context, reading: Reading): Expression {
  const range = rangeOf(node);
  switch (node.name) {
    case "Name":
      return readName(node, isContinued, context, reading);
    case "Number":
      return { kind: "literal", range, ...parseNumber(reading.span(node)) };
    case "String":
    case "Character":
      return readText(node, context, reading);
    case "Parens": {
      const items = new Items(node, reading.text, false);
      const inner = readExpression(items, context, reading);
      if (items.next) state(readStatements(items, context, reading), context, reading);
      return inner ? reading.placed(inner, range) : opaque(range);
    }
    case "Block":
      return readUnknownLambda(node, context, reading);
    default:
      return opaque(range);
  }
}

function readName(node: SyntaxNode, isContinued: boolean, context: Context, reading: Reading): Expression {
  const name = nameAt(node, context, reading);
  const { range } = name;
  if (name.name === "true" || name.name === "false") return { kind: "literal", range, value: name.name === "true", integer: false };
  if (name.name === "null") return { kind: "literal", range, value: null, integer: false };
  // in a block on a builder its own property comes before a field of the class around it
  const isHidden = context.receiver !== null && !isContinued && isBuilderProperty(name.name) && !reading.isLocal(name.name, node.from);
  return isHidden ? opaque(range) : name;
}

/** The calls from `place` on that are one: arguments, then a block behind them. */
function calledAt(levels: readonly SyntaxNode[], place: number): Called & { readonly next: number } {
  const first = levels[place];
  const second = levels[place + 1];
  const list = first?.getChild("ArgumentList") ?? null;
  const isWithBlock = list !== null && second?.name === "Call" && second.getChild("Lambda") !== null;
  const lambda = (isWithBlock ? second : first)?.getChild("Lambda") ?? null;
  const end = (isWithBlock ? second : first)?.to ?? 0;
  return { list, lambda, end, next: place + (isWithBlock ? 2 : 1) };
}

/** Where a link of a chain starts: at its dot, or its name where there is none. */
function startOf(level: SyntaxNode, name: SyntaxNode): number {
  const dot = level.name === "Member" ? level.firstChild?.nextSibling : null;
  return dot?.from ?? name.from;
}

/** A property, an index, `!!`, or a call of what is no name. */
function readOther(on: Expression | null, level: SyntaxNode, context: Context, reading: Reading): Expression {
  const range = { start: on?.range.start ?? level.from, end: level.to };
  switch (level.name) {
    case "Member": {
      const name = level.getChild("Property");
      return on && name ? readProperty(on, name, range, reading) : (on ?? opaque(range));
    }
    case "NotNull":
      return on ? reading.placed(on, range) : opaque(range);
    default: {
      const list = level.getChild("ArgumentList");
      const lambda = level.getChild("Lambda");
      const index = level.name === "Subscript" ? readExpression(indexOf(level, reading), context, reading) : null;
      if (on && index) return { kind: "index", range, on, index };
      if (list) for (const argument of readArguments(list, context, reading).args) state(argument, context, reading);
      if (lambda) readUnknownLambda(lambda, context, reading);
      return on && (isNameless(level.firstChild) || isLinkOfChain(on)) ? reading.placed(on, range) : opaque(range);
    }
  }
}

/** `x.(3)`: the name of the call is lost, or not typed yet. */
function isNameless(called: SyntaxNode | null): boolean {
  return called?.name === "Member" && called.getChild("Property") === null;
}

/** `x.list()(5)`: what a call in a chain gives is no function; the name of a call after it is lost. */
function isLinkOfChain(on: Expression): boolean {
  return on.kind === "invoke" && on.on !== null && isBuilderCall(on.name);
}

/** What stands between the brackets of `x[…]`. */
export function indexOf(subscript: SyntaxNode, reading: Reading): Items {
  const items = new Items(subscript, reading.text, false);
  items.take();
  return items;
}

function readProperty(on: Expression, property: SyntaxNode, range: Range, reading: Reading): Expression {
  const name = reading.span(property);
  const getter = getters.get(name);
  if (valuesOfConstants.has(name)) return reading.placed(on, range);
  const isOfClass = /^[A-Z]|\.[A-Z]|^this$/.test(dottedName(on) ?? "");
  if (getter === undefined || isOfClass) return { kind: "select", range, on, name, nameRange: rangeOf(property) };
  const argsRange = { start: range.end, end: range.end };
  const linkRange = { start: on.range.end, end: range.end };
  return { kind: "invoke", range, on, name: getter, nameRange: rangeOf(property), linkRange, args: [], argsRange };
}

/** An argument, with its name if it has one. */
interface ReadArgument {
  readonly name: string | null;
  readonly value: Expression;
  /** What an unclosed parenthesis let in behind it. */
  readonly rest: Expression | null;
}

export function readArgument(node: SyntaxNode, context: Context, reading: Reading): ReadArgument {
  const items = new Items(node, reading.text, false);
  const [first, second] = [items.next, items.ahead(1)];
  const isNamed = first?.name === "Name" && second?.name === "Assign" && reading.span(second) === "=";
  if (isNamed) for (let count = 0; count < 2; count++) items.take();
  const value = readValue(items, context, reading) ?? opaque(rangeOf(node));
  const rest = items.next?.name === "Call" ? readExpression(items, context, reading) : null;
  if (items.next) state(readStatements(items, context, reading), context, reading);
  return { name: isNamed ? reading.span(first) : null, value, rest };
}

/** Behind a dot that belongs to nothing calls still have their arguments, and links that belong further out. */
function readValue(items: Items, context: Context, reading: Reading): Expression | null {
  const dot = items.takeIf("Leading");
  const { next } = items;
  if (!dot || next?.name !== "Call") return readExpression(items, context, reading);
  items.take();
  return readOperand(next, context, reading, opaque({ start: dot.from, end: dot.from }));
}

/** The arguments of a call. Links that a missing parenthesis let in are handed back. */
export interface Arguments {
  readonly args: readonly Expression[];
  readonly argNames?: readonly (string | null)[];
  readonly argsRange: Range;
  readonly swallowed: readonly Invoke[];
}

export function readArguments(list: SyntaxNode, context: Context, reading: Reading): Arguments {
  const read = list.getChildren("Argument").map((one) => readArgument(one, context, reading));
  const args = read.map(({ value }) => value);
  const names = read.map(({ name }) => name);
  const named = names.some((name) => name !== null) && { argNames: names };
  const isClosed = list.getChild("Unclosed") === null;
  const last = read.at(-1);
  const split = last && splitSwallowed(last.rest ?? last.value, isClosed, reading.text);
  if (last?.rest) state(split?.argument ?? last.rest, context, reading);
  if (split) {
    if (!last.rest) args[args.length - 1] = split.argument;
    return { args, ...named, argsRange: { start: list.from + 1, end: split.argument.range.end }, swallowed: split.links };
  }
  return { args, ...named, argsRange: { start: list.from + 1, end: isClosed ? list.to - 1 : list.to }, swallowed: [] };
}
