import type { TextEdit } from "../../../model/range.js";
import type { NewValue } from "../../../model/value.js";
import type { CallNode, ValueNode } from "../syntax/tree.js";
import type { Parameter, Shape, Word } from "../vocabulary/shapes.js";
import { argumentOf } from "../vocabulary/shapes.js";
import { findWord, wordShapes } from "../vocabulary/lookup.js";
import { complementOf } from "../read/read-word.js";
import { wordName } from "../read/read-word.js";
import { isList, printArgument, printNumber, printValue } from "./print-value.js";

/** Writes a value, or an argument within it, in the place of what stands there; `null` where the language cannot say it. */
export function setInValue(node: ValueNode, shape: Shape, path: readonly string[], value: NewValue): TextEdit[] | null {
  const [name, ...rest] = path;
  if (name === undefined) return replaceValue(node, shape, value);
  const word = wordOf(node, shape);
  const parameter = word?.parameters?.find((one) => argumentOf(one) === name) ?? positionParameter(word, name);
  if (word === undefined || parameter === undefined) return null;
  const argument = node.kind === "call" ? argumentFor(node, word, parameter) : undefined;
  if (argument !== undefined && node.kind === "call" && separates(node, word, parameter)) {
    return separateSizes(node, word, value);
  }
  if (argument !== undefined) return setInValue(argument.value, parameter.shape, rest, value);
  const written = rest.length === 0 ? printNewArgument(node, word, parameter, value) : null;
  return written === null ? null : [addArgument(node, word, parameter, written)];
}

/** The value of a key that is not there yet, where only an argument of it is given: `sgd(learningRate: 0.1)`. */
export function printAround(shape: Shape, path: readonly string[], value: NewValue): string | null {
  const [name, ...rest] = path;
  if (name === undefined) return printValue(shape, value);
  const candidates = wordShapes(shape).flatMap(({ words }) =>
    words.filter((word) => word.parameters?.some((one) => argumentOf(one) === name)),
  );
  const word = candidates[0];
  const parameter = word?.parameters?.find((one) => argumentOf(one) === name);
  if (word === undefined || parameter === undefined || rest.length > 0) return null;
  // Several words with a setting of its own beside them: which one is meant is not said.
  if (parameter.setting !== undefined && candidates.length > 1) return null;
  const argument = printArgument(word, parameter, value);
  return argument === null ? null : `${word.word}(${argument})`;
}

/** Takes an argument out of a call; `null` where it is not there or the call needs it. */
export function removeFromValue(node: ValueNode, shape: Shape, path: readonly string[]): TextEdit[] | null {
  const [name, ...rest] = path;
  const word = wordOf(node, shape);
  const parameter = word?.parameters?.find((one) => argumentOf(one) === name) ?? positionParameter(word, name ?? "");
  if (node.kind !== "call" || word === undefined || parameter === undefined) return null;
  const argument = argumentFor(node, word, parameter);
  if (argument === undefined) return null;
  if (rest.length > 0) return removeFromValue(argument.value, parameter.shape, rest);
  if (parameter.required === true) return null;
  const index = node.args.indexOf(argument);
  const [previous, next] = [node.args[index - 1], node.args[index + 1]];
  if (previous === undefined && next === undefined) {
    const end = node.range.end;
    return word.bare === "never" ? null : [{ range: { start: node.name.range.end, end }, newText: "" }];
  }
  // What follows by position would move to the place of the argument.
  if (next !== undefined && next.key === null) return null;
  if (next !== undefined) return [{ range: { start: argument.range.start, end: next.range.start }, newText: "" }];
  return [{ range: { start: previous?.range.end ?? argument.range.start, end: argument.range.end }, newText: "" }];
}

function replaceValue(node: ValueNode, shape: Shape, value: NewValue): TextEdit[] | null {
  const written = printLike(node, shape, value) ?? printValue(shape, value);
  if (written === null) return null;
  const word = wordOf(node, shape);
  const successor = typeof value === "string" ? wordShapes(shape).flatMap((words) => findWord(words, written) ?? [])[0] : undefined;
  // Another word that takes the same setting beside it keeps the argument: the threshold of a clipping.
  const keepsArguments = node.kind === "call" && word !== undefined && successor !== undefined && takesSameSettings(word, successor);
  return [{ range: keepsArguments ? node.name.range : node.range, newText: written }];
}

/** In the way that it is written now: `drop(0.2)` stays a probability of dropping, `5` for `[5, 5]` a single number. */
function printLike(node: ValueNode, shape: Shape, value: NewValue): string | null {
  const word = wordOf(node, shape);
  if (typeof value === "number" && word?.complement === true) return `${word.word}(${printNumber(complementOf(value))})`;
  if (shape.type !== "sizes" || node.kind !== "number" || !isList(value)) return null;
  const [first] = value;
  const isEqual = typeof first === "number" && value.length === shape.dimensions && value.every((one) => one === first);
  return isEqual ? printNumber(first) : null;
}

function takesSameSettings(word: Word, successor: Word): boolean {
  const settings = (one: Word): string => (one.parameters ?? []).map(({ setting }) => setting ?? "").join();
  return settings(word) !== "" && settings(word) === settings(successor);
}

function wordOf(node: ValueNode, shape: Shape): Word | undefined {
  const name = wordName(node)?.text;
  return name === undefined ? undefined : wordShapes(shape).flatMap((words) => findWord(words, name) ?? [])[0];
}

function positionParameter(word: Word | undefined, name: string): Parameter | undefined {
  return word?.positions !== undefined && /^\d+$/u.test(name) ? { name, shape: word.positions } : undefined;
}

function argumentFor(node: CallNode, word: Word, parameter: Parameter): CallNode["args"][number] | undefined {
  const index = word.parameters?.indexOf(parameter) ?? -1;
  const named = node.args.find(({ key }) => key?.text === parameter.name || (key !== null && key.text === parameter.key));
  const placed = word.positions === undefined ? node.args[index] : undefined;
  return named ?? (placed?.key === null ? placed : undefined);
}

function printNewArgument(node: ValueNode, word: Word, parameter: Parameter, value: NewValue): string | null {
  const index = word.parameters?.indexOf(parameter) ?? 0;
  const given = node.kind === "call" ? node.args.length : 0;
  const isNext = given === index && (node.kind !== "call" || node.args.every(({ key }) => key === null));
  const written = printValue(parameter.shape, value);
  if (written === null) return null;
  return isNext ? printArgument(word, parameter, value) : `${parameter.name}: ${written}`;
}

/** In the order of the word's parameters. */
function addArgument(node: ValueNode, word: Word, parameter: Parameter, written: string): TextEdit {
  if (node.kind !== "call") return { range: { start: node.range.end, end: node.range.end }, newText: `(${written})` };
  const names = (word.parameters ?? []).map(({ name }) => name);
  const next = node.args.find(({ key }) => key !== null && names.indexOf(key.text) > names.indexOf(parameter.name));
  const last = node.args.at(-1);
  if (next !== undefined) return { range: { start: next.range.start, end: next.range.start }, newText: `${written}, ` };
  if (last === undefined) return { range: { start: node.name.range.end, end: node.range.end }, newText: `(${written})` };
  return { range: { start: last.range.end, end: last.range.end }, newText: `, ${written}` };
}

/** `truncated(20)` says both lengths: changing the first must leave the second as it is. */
function separates(node: CallNode, word: Word, parameter: Parameter): boolean {
  return word.sameForAll === true && node.args.length === 1 && word.parameters?.[0] === parameter;
}

function separateSizes(node: CallNode, word: Word, value: NewValue): TextEdit[] | null {
  const [first, second] = word.parameters ?? [];
  const old = node.args[0]?.value;
  if (first === undefined || second === undefined || old?.kind !== "number" || typeof value !== "number") return null;
  const newText = `${word.word}(${first.name}: ${printNumber(value)}, ${second.name}: ${printNumber(old.value)})`;
  return [{ range: node.range, newText }];
}
