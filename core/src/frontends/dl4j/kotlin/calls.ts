import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression, Invoke } from "../program/expression.js";
import { dottedName } from "../program/expression.js";
import { handsOn, isBlockFunction, isDamagedBlock, readBlockOn, readHandedOn } from "./block-functions.js";
import { isBuilderCall, isOfLibrary } from "./implicit-receiver.js";
import { readCollection } from "./collections.js";
import { readLambda } from "./lambdas.js";
import type { Arguments } from "./operands.js";
import { readArguments } from "./operands.js";
import type { Context, Reading } from "./reading.js";
import { nameAt, rangeOf } from "./reading.js";

/** The brackets of a call: arguments, a block behind them, or both. */
export interface Called {
  readonly list: SyntaxNode | null;
  readonly lambda: SyntaxNode | null;
  readonly end: number;
}

/** A call in the text. */
export interface CallText extends Called {
  readonly on: Expression | null;
  readonly name: SyntaxNode;
  /** The dot, or the name where there is none. */
  readonly start: number;
}

/** Reads `on.name(args) { … }`: a constructor, a function of Kotlin's library, or a call. */
export function readCall(call: CallText, context: Context, reading: Reading): Expression {
  const { on, name, lambda } = call;
  const written = on ? reading.span(name) : nameAt(name, context, reading).name;
  if (lambda && isBlockFunction(written, call, context)) return readBlockOn(written, call, lambda, context, reading);
  if (handsOn(written, call)) return readHandedOn(written, call, context, reading);
  if (lambda && isDamagedBlock(written, call, lambda, context, reading)) return readBlockOn("apply", call, lambda, context, reading);
  const given = call.list ? readArguments(call.list, context, reading) : noArguments(name);
  const range = { start: on?.range.start ?? name.from, end: given.swallowed.length > 0 ? given.argsRange.end : call.end };
  const type = constructedType(on, written, call);
  if (type !== undefined && call.list) {
    if (lambda) readLambda(lambda, written, given, context, reading);
    return attach(
      { kind: "construct", range, type, typeRange: typeRangeOf(call), ...plain(given), argsRange: given.argsRange, hasBody: false },
      given,
    );
  }
  const collection = lambda ? undefined : readCollection(on, written, given.args, range, reading);
  if (collection) return collection;
  const block = lambda ? [readLambda(lambda, written, given, context, reading, on)] : [];
  const made: Invoke = {
    kind: "invoke",
    range,
    on: on ?? implicit(written, name, context, reading),
    name: written,
    nameRange: rangeOf(name),
    linkRange: { start: call.start, end: range.end },
    ...plain(given),
    args: [...given.args, ...block],
    argsRange: given.argsRange,
  };
  return attach(made, given);
}

function noArguments(name: SyntaxNode): Arguments {
  return { args: [], argsRange: { start: name.to, end: name.to }, swallowed: [] };
}

function plain({ args, argNames }: Arguments): Pick<Arguments, "args" | "argNames"> {
  return { args, ...(argNames && { argNames }) };
}

/** `DenseLayer.Builder(…)`: a name in capitals behind names alone. */
function constructedType(on: Expression | null, name: string, { name: node }: CallText): string | undefined {
  if (!/^[A-Z]/.test(name) || (on && dottedName(on) === undefined) || node.name === "Call") return undefined;
  const outer = on && dottedName(on);
  return outer ? `${outer}.${name}` : name;
}

function typeRangeOf({ on, name }: CallText): Range {
  return { start: on?.range.start ?? name.from, end: name.to };
}

/** What a call without an object goes to: in a block on a builder the builder, when it can have such a call. */
function implicit(name: string, node: SyntaxNode, { receiver }: Context, reading: Reading): Expression | null {
  if (receiver === null) return null;
  // a variable that holds no function hides no call: `layers.forEach { layer -> layer(layer) }`
  const holdsFunction = !isBuilderCall(name) || reading.methods.some((method) => method.name === name);
  if (holdsFunction && reading.isLocal(name, node.from)) return null;
  const isFunction = reading.functions.get(name) === false || isOfLibrary(name);
  if (!isBuilderCall(name) && isFunction) return null;
  return { kind: "name", range: { start: node.from, end: node.from }, name: receiver };
}

function attach(to: Expression, { swallowed }: Arguments): Expression {
  return swallowed.reduce<Expression>((on, link) => ({ ...link, on, range: { start: on.range.start, end: link.range.end } }), to);
}
