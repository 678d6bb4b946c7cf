import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { ListNode, NumberNode, ValueNode, WordNode } from "../syntax/tree.js";
import type { NumberShape, Shape, SizesShape, Word, WordShape } from "../vocabulary/shapes.js";
import { findWord, wordShapes } from "../vocabulary/lookup.js";
import { retention } from "../vocabulary/common-keys.js";
import { comparable, replacement } from "../nearest.js";
import { expected } from "./expected.js";
import { readWord, wordName } from "./read-word.js";
import { known, notKnown, type Container, type Reading } from "./reading.js";

/**
 * Reads a value of the given shape.
 * @param container takes settings that the value writes beside itself (`clipL2PerLayer(1.0)`: the threshold)
 * @returns an unknown setting where the value is not of the language; the problem is then reported
 */
export function readValue(node: ValueNode, shape: Shape, address: string, container: Container, reading: Reading): Setting<Value> {
  const fitting = shapeFor(node, shape);
  if (fitting === undefined) return wrongType(node, shape, address, reading);
  switch (fitting.type) {
    case "number":
      return node.kind === "number" ? readNumber(node, fitting, address, reading) : notKnown(node.range, address);
    case "list":
      return node.kind === "list" ? readList(node, fitting.of, address, container, reading) : notKnown(node.range, address);
    case "sizes":
      return readSizes(node, fitting, address, reading);
    case "word":
      return readWord(node, fitting, { shape, repairs: (one) => repairs(one, shape, reading) }, address, container, reading, readValue);
    case "reference":
      return node.kind === "word" ? known(node.text, node.range, address) : notKnown(node.range, address);
    default:
      return node.kind === "string" || node.kind === "boolean" || node.kind === "number"
        ? known(node.value, node.range, address)
        : notKnown(node.range, address);
  }
}

/** The alternative that takes this kind of node; among several sets of words, the one that knows the word. */
function shapeFor(node: ValueNode, shape: Shape): Exclude<Shape, { type: "either" }> | undefined {
  if (shape.type !== "either") return takes(shape, node) ? shape : undefined;
  const fitting = shape.shapes.flatMap((one) => shapeFor(node, one) ?? []);
  const name = wordName(node)?.text;
  if (name === undefined) return fitting[0];
  return fitting.find((one) => one.type === "word" && findWord(one, name) !== undefined) ?? fitting[0];
}

function takes(shape: Exclude<Shape, { type: "either" }>, node: ValueNode): boolean {
  switch (shape.type) {
    case "number":
    case "string":
    case "boolean":
    case "list":
      return node.kind === shape.type;
    case "column":
      return node.kind === "string" || (node.kind === "number" && Number.isInteger(node.value) && node.value >= 0);
    case "reference":
      return node.kind === "word";
    case "word":
      return node.kind === "word" || node.kind === "call" || (node.kind === "string" && shape.quotable === true);
    case "sizes":
      return node.kind === "number" || node.kind === "list";
  }
}

function readNumber(node: NumberNode, shape: NumberShape, address: string, reading: Reading): Setting<Value> {
  const { value } = node;
  const fits =
    Number.isFinite(value) &&
    (shape.integer !== true || Number.isInteger(value)) &&
    value >= (shape.min ?? -Infinity) &&
    value <= (shape.max ?? Infinity);
  if (fits) return known(value, node.range, address);
  const written = reading.text.slice(node.range.start, node.range.end);
  reading.problems.unknownName(node.range, `\`${written}\` does not fit here. Expected ${expected(shape)}.`);
  return notKnown(node.range, address);
}

function readList(node: ListNode, of: Shape, address: string, container: Container, reading: Reading): Setting<Value> {
  const items = node.items.map((item) => readValue(item, of, address, container, reading));
  const values = items.flatMap((item) => (item.origin === "unknown" ? [] : [item.value]));
  return values.length === items.length ? known(values, node.range, address) : notKnown(node.range, address);
}

function readSizes(node: ValueNode, shape: SizesShape, address: string, reading: Reading): Setting<Value> {
  const items = node.kind === "list" ? node.items : [node];
  const numbers = items.flatMap((item) => (item.kind === "number" && Number.isInteger(item.value) ? [item.value] : []));
  const lengths = [shape.dimensions, ...(shape.sides === true ? [2 * shape.dimensions] : [])];
  const single = node.kind === "number" ? numbers[0] : undefined;
  if (single !== undefined) return known(Array<number>(shape.dimensions).fill(single), node.range, address);
  if (numbers.length === items.length && lengths.includes(numbers.length)) return known(numbers, node.range, address);
  return wrongType(node, shape, address, reading);
}

function wrongType(node: ValueNode, shape: Shape, address: string, reading: Reading): Setting<Value> {
  if (shape === retention && node.kind === "number") reportBareDropout(node, reading);
  else
    reading.problems.unknownName(
      node.range,
      `${described(node, reading.text)} does not fit here. Expected ${expected(shape)}.`,
      repairs(node, shape, reading),
    );
  return notKnown(node.range, address);
}

function described(node: ValueNode, text: string): string {
  const written = text.slice(node.range.start, node.range.end);
  const name = written.length <= 30 && !written.includes("\n") ? `\`${written}\`` : "This";
  return name === "This" && node.kind === "list" ? "This list" : name;
}

/** Quotes and brackets that are missing or too many, a value that stands without its word. */
function repairs(node: ValueNode, shape: Shape, reading: Reading): ReturnType<typeof replacement>[] {
  const written = reading.text.slice(node.range.start, node.range.end);
  if (node.kind === "word" && acceptsText(shape)) return [replacement(node.range, `"${written}"`)];
  if (node.kind === "word" && acceptsBoolean(shape) && /^(?:true|false)$/iu.test(node.text)) {
    return [replacement(node.range, comparable(node.text))];
  }
  if (listShapes(shape).some((of) => shapeFor(node, of) !== undefined)) return [replacement(node.range, `[${written}]`)];
  if (node.kind === "call" && node.name.text.startsWith("(") && (shape.type === "sizes" || listShapes(shape).length > 0)) {
    return [replacement(node.range, `[${written.slice(1, -1)}]`)];
  }
  if (node.kind === "string") {
    const word = wordShapes(shape).flatMap((words: WordShape) => findWord(words, node.value) ?? [])[0];
    if (word !== undefined) return [replacement(node.range, word.word)];
  }
  const given = node.kind === "word" && isPath(node) ? `"${written}"` : written;
  return wordShapes(shape)
    .flatMap(({ words }) => words)
    .filter((word) => takesAlone(word, node))
    .slice(0, mostRepairs)
    .map(({ word }) => replacement(node.range, `${word}(${given})`));
}

const mostRepairs = 3;

/** `passes(3)` for `3`, `csv("a.csv")` for `"a.csv"`, `builtin(moons)` for `moons`. */
function takesAlone({ parameters = [] }: Word, node: ValueNode): boolean {
  const [first, ...others] = parameters;
  if (first === undefined || others.some(({ required }) => required === true)) return false;
  if (node.kind === "word" && first.shape.type === "string") return isPath(node);
  const fitting = shapeFor(node, first.shape);
  const name = wordName(node)?.text;
  return fitting !== undefined && (fitting.type !== "word" || (name !== undefined && findWord(fitting, name) !== undefined));
}

/** `data.csv` without its quotes. */
function isPath({ text }: WordNode): boolean {
  return text.includes(".");
}

/** What the lists that the shape accepts are of. */
function listShapes(shape: Shape): readonly Shape[] {
  if (shape.type === "list") return [shape.of];
  return shape.type === "either" ? shape.shapes.flatMap(listShapes) : [];
}

function acceptsText(shape: Shape): boolean {
  return shape.type === "string" || shape.type === "column" || (shape.type === "either" && shape.shapes.some(acceptsText));
}

function acceptsBoolean(shape: Shape): boolean {
  return shape.type === "boolean" || (shape.type === "either" && shape.shapes.some(acceptsBoolean));
}

function reportBareDropout(node: NumberNode, reading: Reading): void {
  const written = reading.text.slice(node.range.start, node.range.end);
  const message = `\`${written}\` does not say which way it counts: write \`keep(${written})\` or \`drop(${written})\`.`;
  const detail = "Deeplearning4j's dropOut is the probability of keeping a value, most other libraries' is the probability of dropping it.";
  const fix = (word: string, what: string): ReturnType<typeof replacement> => ({
    title: `${what} with probability ${written}: \`${word}(${written})\``,
    edits: [{ range: node.range, newText: `${word}(${written})` }],
  });
  reading.problems.bareDropout(node.range, message, detail, [fix("keep", "Keep"), fix("drop", "Drop")]);
}
