import type { Range } from "../../../model/range.js";
import type { Construct, Expression } from "../program/expression.js";
import { dottedName } from "../program/expression.js";
import type { Reading } from "./reading.js";

/** Functions that make a list whose items never change. */
const lists = new Set(["listOf", "arrayOf", "intArrayOf", "longArrayOf", "doubleArrayOf", "floatArrayOf"]);
const growing = new Set(["mutableListOf", "arrayListOf"]);
const maps = new Set(["mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf", "sortedMapOf"]);

/** Functions and classes that make an array of a length, when no block fills it. */
const arrays = new Set(["arrayOfNulls", "IntArray", "LongArray", "DoubleArray", "FloatArray"]);

/** Conversions of lists that keep their items. */
const sameItems = new Set(["toIntArray", "toLongArray", "toDoubleArray", "toFloatArray", "toTypedArray", "toList"]);

/** Conversions of numbers, by the type of Java that they give. */
const conversions: ReadonlyMap<string, string> = new Map([
  ["toInt", "int"],
  ["toLong", "long"],
  ["toDouble", "double"],
  ["toFloat", "float"],
  ["toShort", "short"],
  ["toByte", "byte"],
]);

/** Functions of `kotlin.math` and of Kotlin itself, by their name in Java's `Math`. */
const mathematics: ReadonlyMap<string, string> = new Map([
  ...["max", "min", "abs", "sqrt", "exp", "log10", "floor", "ceil", "round", "pow"].map((name) => [name, name] as const),
  ["maxOf", "max"],
  ["minOf", "min"],
  ["ln", "log"],
]);

/** Reads a call of Kotlin's library that stands for a plain value; `undefined` for any other call. */
export function readCollection(
  on: Expression | null,
  name: string,
  args: readonly Expression[],
  range: Range,
  reading: Reading,
): Expression | undefined {
  const [first] = args;
  if (on === null && !reading.functions.has(name)) {
    if (lists.has(name)) return { kind: "list", range, items: args.map(asPair) };
    if (growing.has(name))
      return filled(
        "ArrayList",
        "add",
        args.map((item) => [asPair(item)]),
        range,
      );
    if (maps.has(name)) return filled("HashMap", "put", args.map(entryOf), range);
    if (arrays.has(name) && first && args.length === 1) return { kind: "array", range, length: first };
  }
  const type = conversions.get(name);
  if (on && type !== undefined && args.length === 0) return { kind: "cast", range, type, operand: on };
  if (on?.kind === "list" && sameItems.has(name) && args.length === 0) return { ...on, range };
  return mathOf(on, name, args, range, reading);
}

/** `64 to Activation.RELU` among the items of a list: a list of two. */
function asPair(item: Expression): Expression {
  return item.kind === "binary" && item.operator === "to" ? { kind: "list", range: item.range, items: [item.left, item.right] } : item;
}

/** `0 to 0.1` */
function entryOf(pair: Expression): readonly Expression[] {
  return pair.kind === "binary" && pair.operator === "to" ? [pair.left, pair.right] : [pair];
}

export function emptyCollection(type: string, typeRange: Range): Construct {
  return { kind: "construct", range: typeRange, type, typeRange, args: [], argsRange: null, hasBody: false };
}

/** `mapOf(0 to 0.1, 1000 to 0.01)`: a map, and the calls that put its entries into it. */
function filled(type: string, call: string, items: readonly (readonly Expression[])[], range: Range): Expression {
  const { start } = range;
  const made = emptyCollection(type, { start, end: start });
  const all = items.reduce<Expression>((on, args) => {
    const place = { start: args[0]?.range.start ?? start, end: args.at(-1)?.range.end ?? start };
    return { kind: "invoke", range: { start, end: place.end }, on, name: call, nameRange: place, linkRange: place, args, argsRange: place };
  }, made);
  return { ...all, range };
}

/** `sqrt(x)`, `kotlin.math.max(a, b)`, `x.pow(2)`, `maxOf(a, b)` become calls of Java's `Math`, which says the same. */
function mathOf(on: Expression | null, name: string, args: readonly Expression[], range: Range, reading: Reading): Expression | undefined {
  const function_ = mathematics.get(name);
  if (function_ === undefined) return undefined;
  const isPower = name === "pow" && on !== null && args.length === 1;
  const isImported = name.endsWith("Of") || reading.imports.some(({ path }) => path === "kotlin.math" || path === `kotlin.math.${name}`);
  const isPlain = on === null && isImported && !reading.functions.has(name);
  const isQualified = on !== null && dottedName(on) === "kotlin.math";
  if (!isPower && !isPlain && !isQualified) return undefined;
  return {
    kind: "invoke",
    range,
    on: { kind: "name", range: { start: range.start, end: range.start }, name: "Math" },
    name: function_,
    nameRange: range,
    linkRange: range,
    args: isPower ? [on, ...args] : args,
    argsRange: range,
  };
}
