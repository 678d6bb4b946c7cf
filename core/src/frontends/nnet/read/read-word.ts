import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Problem } from "../../../model/written.js";
import type { ArgumentNode, CallNode, NameNode, ValueNode } from "../syntax/tree.js";
import type { Parameter, Shape, Word, WordShape } from "../vocabulary/shapes.js";
import { findWord, wordShapes } from "../vocabulary/lookup.js";
import { argumentOf } from "../vocabulary/shapes.js";
import { nearestFixes, quoted, replacement } from "../nearest.js";
import { alternatives, callForm, expected, mostListed } from "./expected.js";
import { known, noteSpelling, notKnown, type Container, type OpenSettings, type Reading } from "./reading.js";

/** A fix that makes a value of it that fits. */
export type Repair = (node: ValueNode) => Problem["fixes"];

type ReadValue = (node: ValueNode, shape: Shape, address: string, container: Container, reading: Reading) => Setting<Value>;

/**
 * Reads a bare name or a call; see {@link readValue}.
 * @param shape the set of words that was chosen out of `whole`
 */
export function readWord(
  node: ValueNode,
  shape: WordShape,
  whole: { readonly shape: Shape; readonly repairs: Repair },
  address: string,
  container: Container,
  reading: Reading,
  readValue: ReadValue,
): Setting<Value> {
  const name = wordName(node);
  if (name === undefined) return notKnown(node.range, address);
  const word = findWord(shape, name.text);
  if (word === undefined) return unknownWord(name, node, shape, whole, address, reading);
  if (node.kind !== "string") noteSpelling(name, word.word, reading);
  if ((node.kind === "word" || node.kind === "call") && node.asJava) {
    const written = reading.text.slice(name.range.start, name.range.end);
    reading.problems.unknownName(name.range, `\`${written}\` is written \`${word.word}\` here.`, [replacement(name.range, word.word)]);
  }
  if (node.kind !== "call") return readBareWord(node, word, address, reading);
  const args = readArguments(node, word, address, container, reading, readValue);
  return asValue(node.range, word, args, address);
}

/** The word of a bare name, a call or a name in quotes. */
export function wordName(node: ValueNode): NameNode | undefined {
  switch (node.kind) {
    case "word":
      return node;
    case "call":
      return node.name;
    case "string":
      return { text: node.value, range: node.range };
    default:
      return undefined;
  }
}

function unknownWord(
  name: NameNode,
  node: ValueNode,
  shape: WordShape,
  whole: { readonly shape: Shape; readonly repairs: Repair },
  address: string,
  reading: Reading,
): Setting<Value> {
  const all = wordShapes(whole.shape).flatMap(({ words }) => words.map(({ word }) => word));
  const isPath = name.text.includes(".");
  const { near, fixes } = nearestFixes(name, isPath ? [] : all);
  const repairs = whole.repairs(node);
  const isLong = shape === whole.shape && all.length > mostListed;
  const hint =
    near !== undefined
      ? ` Did you mean \`${near}\`?`
      : isLong
        ? ""
        : ` Expected ${shape === whole.shape ? alternatives(shape.words) : expected(whole.shape)}.`;
  const message = shape === whole.shape ? `\`${name.text}\` is not ${shape.what}.` : `\`${name.text}\` does not fit here.`;
  reading.problems.unknownName(
    name.range,
    `${message}${hint}`,
    near === undefined && repairs.length > 0 ? repairs : [...fixes, ...repairs],
    near === undefined && isLong ? `Known are ${quoted(all)}.` : undefined,
  );
  return notKnown(node.range, address);
}

function readBareWord(node: ValueNode, word: Word, address: string, reading: Reading): Setting<Value> {
  if (word.bare === "never" || word.value === null) {
    reading.problems.unknownName(node.range, `\`${word.word}\` needs its arguments: \`${callForm(word)}\`.`);
    return notKnown(node.range, address);
  }
  return known(word.bare === "call" ? { name: word.value, args: {} } : word.value, node.range, address);
}

/** What a call is in the model: the number in it, a constant with settings beside it, or a call. */
function asValue(range: Range, word: Word, args: OpenSettings, address: string): Setting<Value> {
  const first = Object.values(args)[0];
  if (word.value === null) {
    if (typeof first?.value !== "number") return notKnown(range, address);
    return known(word.complement === true ? complementOf(first.value) : first.value, range, address);
  }
  if (word.bare === undefined && first === undefined) return known(word.value, range, address);
  return known({ name: word.callValue ?? word.value, args }, range, address);
}

/** 1 − p without the noise of binary fractions. */
export function complementOf(p: number): number {
  return Number((1 - p).toPrecision(12));
}

function readArguments(
  call: CallNode,
  word: Word,
  address: string,
  container: Container,
  reading: Reading,
  readValue: ReadValue,
): OpenSettings {
  const args: OpenSettings = {};
  const given = new Set<string>();
  call.args.forEach((argument, index) => {
    const target = targetOf(argument, index, word, reading);
    if (target === undefined) return;
    const key = argumentOf(target);
    if (given.has(key)) {
      reading.problems.unknownName((argument.key ?? argument).range, `\`${target.name}\` is given twice.`);
      return;
    }
    given.add(key);
    const isBeside = target.setting !== undefined;
    const argumentAddress = isBeside ? `${container.address}.${key}` : `${address}.${key}`;
    const setting = readValue(argument.value, target.shape, argumentAddress, { address, settings: args }, reading);
    (isBeside ? container.settings : args)[key] = setting;
    if (word.value !== null) {
      const nameRange = argument.key?.range ?? argument.value.range;
      reading.entries.push({ address: argumentAddress, range: argument.range, nameRange, valueRange: argument.value.range });
    }
  });
  fillSingleNumber(call, word, given, container, reading);
  reportMissing(call, word, given, reading);
  return args;
}

/** `truncated(20)`: one number stands for both lengths. */
function fillSingleNumber(call: CallNode, word: Word, given: ReadonlySet<string>, container: Container, reading: Reading): void {
  const [first, second] = word.parameters ?? [];
  if (word.sameForAll !== true || first === undefined || second === undefined || given.size !== 1 || !given.has(argumentOf(first))) return;
  const setting = container.settings[argumentOf(first)];
  const argument = call.args[0];
  if (setting === undefined || argument === undefined) return;
  const address = `${container.address}.${argumentOf(second)}`;
  container.settings[argumentOf(second)] = { ...setting, address, path: address };
  reading.entries.push({ address, range: argument.range, nameRange: argument.value.range, valueRange: argument.value.range });
}

function targetOf(argument: ArgumentNode, index: number, word: Word, reading: Reading): Parameter | undefined {
  if (argument.key !== null) return namedTarget(argument.key, word, reading);
  const parameter = word.positions === undefined ? placed(argument, index, word) : undefined;
  if (parameter === undefined) {
    reading.problems.unknownName(argument.range, tooManyArguments(word));
    return undefined;
  }
  if (index > 0 && word.positional !== true) {
    const start = argument.range.start;
    const newText = `${parameter.name}: `;
    reading.problems.unknownName(argument.range, `Only the first argument of \`${word.word}\` may stand without its name.`, [
      { title: `Write \`${parameter.name}:\` before it`, edits: [{ range: { start, end: start }, newText }] },
    ]);
  }
  return parameter;
}

/** The parameter at this place; where names are needed, the next one that such a value is for. */
function placed({ value }: ArgumentNode, index: number, { parameters = [], positional }: Word): Parameter | undefined {
  const next = parameters[index];
  if (index === 0 || positional === true || next === undefined) return next;
  return parameters.slice(index).find(({ shape }) => shape.type === value.kind) ?? next;
}

function tooManyArguments(word: Word): string {
  const count = word.parameters?.length ?? 0;
  if (word.positions !== undefined) return `Each value of \`${word.word}\` needs the place where it begins: \`${callForm(word)}\`.`;
  return count === 0
    ? `\`${word.word}\` takes no arguments.`
    : `\`${word.word}\` takes no more than ${count === 1 ? "one argument" : `${String(count)} arguments`}: \`${callForm(word)}\`.`;
}

function namedTarget(key: NameNode, word: Word, reading: Reading): Parameter | undefined {
  const parameters = word.parameters ?? [];
  if (word.positions !== undefined && /^\d+$/u.test(key.text)) return { name: String(Number(key.text)), shape: word.positions };
  const parameter = parameters.find(({ name, key: modelName }) => name === key.text || modelName === key.text);
  if (parameter !== undefined) return parameter;
  const names = parameters.map(({ name }) => name);
  const { near, fixes } = nearestFixes(key, names);
  const hint = near === undefined ? whatItHas(word, names) : `Did you mean \`${near}\`?`;
  const isPlace = word.positions !== undefined && near === undefined;
  reading.problems.unknownName(key.range, `\`${word.word}\` has no \`${key.text}\`. ${hint}`, isPlace ? [] : fixes);
  return undefined;
}

function whatItHas(word: Word, names: readonly string[]): string {
  if (word.positions !== undefined) return `It has places and their values: \`${callForm(word)}\`.`;
  return names.length === 0 ? "It takes no arguments." : `It has ${quoted(names)}.`;
}

function reportMissing(call: CallNode, word: Word, given: ReadonlySet<string>, reading: Reading): void {
  if (word.positions !== undefined && call.args.length === 0) {
    reading.problems.unknownName(call.name.range, `\`${word.word}\` needs a value at least: \`${callForm(word)}\`.`);
    return;
  }
  const missing = (word.parameters ?? []).filter((parameter) => parameter.required === true && !given.has(argumentOf(parameter)));
  if (missing.length === 0) return;
  reading.problems.unknownName(
    call.name.range,
    `\`${word.word}\` needs ${quoted(missing.map(({ name }) => name))}: \`${callForm(word)}\`.`,
  );
}
