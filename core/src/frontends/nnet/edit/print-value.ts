import type { NewValue } from "../../../model/value.js";
import type { Key, NumberShape, Parameter, Shape, Word, WordShape } from "../vocabulary/shapes.js";
import { argumentOf, settingOf } from "../vocabulary/shapes.js";

type NewCall = Extract<NewValue, { readonly name: string }>;

/** Settings or arguments by the model's names. */
export type NewValues = Readonly<Record<string, NewValue>>;

/** The value in canonical spelling; `null` where the shape has no way to say it. */
export function printValue(shape: Shape, value: NewValue): string | null {
  switch (shape.type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? printNumber(value, shape) : null;
    case "string":
      return typeof value === "string" ? quote(value) : null;
    case "boolean":
      return typeof value === "boolean" ? String(value) : null;
    case "column":
      if (typeof value === "string") return quote(value);
      return typeof value === "number" ? printNumber(value) : null;
    case "reference":
      return typeof value === "string" ? value : null;
    case "list":
      return isList(value) ? printList(value, shape.of) : null;
    case "sizes":
      return printSizes(value);
    case "word":
      return printWord(shape, value);
    case "either":
      return shape.shapes.map((one) => printValue(one, value)).find((text) => text !== null) ?? null;
  }
}

/** The value of a key, with the settings that are written as its arguments (`clipL2PerLayer(1.0)`: the threshold). */
export function printSetting(key: Key, settings: NewValues): string | null {
  const value = settings[settingOf(key)];
  if (value === undefined) return null;
  const word = key.shape.type === "word" && typeof value === "string" ? constantWord(key.shape, value) : undefined;
  const beside = word?.parameters?.filter(({ setting }) => setting !== undefined && settings[setting] !== undefined) ?? [];
  return word === undefined || beside.length === 0 ? printValue(key.shape, value) : printCall(word, settings, beside);
}

/** As a person would write it: `0.001`, `1e-4`, `1.0` where a decimal point is usual. */
export function printNumber(value: number, shape?: NumberShape): string {
  if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential().replace("e+", "e");
  const text = String(value).replace("e+", "e");
  return shape?.decimal === true && /^-?\d+$/u.test(text) ? `${text}.0` : text;
}

/** One argument of a call, with its name unless the canonical spelling leaves it out. */
export function printArgument(word: Word, parameter: Parameter, value: NewValue): string | null {
  const text = printValue(parameter.shape, value);
  if (text === null) return null;
  const index = word.parameters?.indexOf(parameter) ?? -1;
  const isUnnamed = word.unnamed === "all" || (word.unnamed === "first" && index === 0);
  return isUnnamed ? text : `${parameter.name}: ${text}`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/gu, "\\$&")}"`;
}

export function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

function printList(values: readonly NewValue[], of: Shape): string | null {
  const texts = values.flatMap((value) => printValue(of, value) ?? []);
  return texts.length === values.length ? `[${texts.join(", ")}]` : null;
}

function printSizes(value: NewValue): string | null {
  if (typeof value === "number") return printNumber(value);
  if (!isList(value)) return null;
  return value.length === 1 && typeof value[0] === "number" ? printNumber(value[0]) : printList(value, { type: "number" });
}

function constantWord(shape: WordShape, value: string): Word | undefined {
  return shape.words.find((word) => word.value === value && word.bare !== "never");
}

function printWord(shape: WordShape, value: NewValue): string | null {
  if (typeof value === "string") return constantWord(shape, value)?.word ?? null;
  if (typeof value === "number") return printWrapped(shape, value);
  if (typeof value === "boolean" || isList(value)) return null;
  return printNamed(shape, value);
}

/** A number that a word says: `keep(0.5)`, `passes(3)`. */
function printWrapped(shape: WordShape, value: number): string | null {
  const word = shape.words.find((one) => one.value === null && one.complement !== true);
  return word === undefined ? null : `${word.word}(${printNumber(value)})`;
}

function printNamed(shape: WordShape, { name, args }: NewCall): string | null {
  const word = shape.words.find(({ value, callValue }) => (callValue ?? value) === name) ?? shape.words.find(({ value }) => value === name);
  if (word === undefined) return null;
  if (Object.keys(args).length === 0) return word.bare === "never" ? null : word.word;
  return printCall(word, args, word.parameters ?? [], Object.keys(args));
}

/** @param names arguments that must all be said, where some might not be parameters of the word */
function printCall(word: Word, args: NewValues, parameters: readonly Parameter[], names: readonly string[] = []): string | null {
  const said = new Set<string>();
  const texts: (string | null)[] = [];
  for (const [position, value] of word.positions === undefined ? [] : Object.entries(args)) {
    if (!/^\d+$/u.test(position) || word.positions === undefined) continue;
    said.add(position);
    const text = printValue(word.positions, value);
    texts.push(text === null ? null : `${position}: ${text}`);
  }
  for (const parameter of parameters) {
    const value = args[argumentOf(parameter)];
    if (value === undefined) continue;
    said.add(argumentOf(parameter));
    texts.push(printArgument(word, parameter, value));
  }
  const complete = texts.every((text) => text !== null) && names.every((name) => said.has(name));
  return complete ? `${word.word}(${texts.join(", ")})` : null;
}
