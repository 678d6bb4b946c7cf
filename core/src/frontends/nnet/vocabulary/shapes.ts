/**
 * What may be written as a value. Everything that knows the language — reading, completion, hover, formatting —
 * works from tables of these.
 */
export type Shape =
  | NumberShape
  | { readonly type: "string" }
  | { readonly type: "boolean" }
  /** A column of the data: a header's name in quotes, or an index from 0. */
  | { readonly type: "column" }
  /** The name of an input or layer. */
  | { readonly type: "reference" }
  | WordShape
  | { readonly type: "list"; readonly of: Shape }
  | SizesShape
  | { readonly type: "either"; readonly shapes: readonly Shape[] };

export interface NumberShape {
  readonly type: "number";
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Written with a decimal point in canonical spelling: `1.0`. */
  readonly decimal?: boolean;
}

/** A bare name or a call, out of a known set. */
export interface WordShape {
  readonly type: "word";
  /** What they are, for messages: `an activation`. */
  readonly what: string;
  readonly words: readonly Word[];
  /** A word may stand in quotes as well: `builtin("moons")`, beside sources whose first argument is a path. */
  readonly quotable?: boolean;
}

/** Sizes of a window: as many numbers as dimensions; one number stands for all of them. */
export interface SizesShape {
  readonly type: "sizes";
  readonly dimensions: 1 | 2;
  /** Two numbers a dimension are allowed too: `[top, bottom, left, right]`. */
  readonly sides?: boolean;
}

/** A name or call of the language, and what it is in the model. */
export interface Word {
  /** The canonical spelling. */
  readonly word: string;
  /** Deeplearning4j's constant or class name; `null` where the argument itself is the value (`passes(2)`). */
  readonly value: string | null;
  /** What the bare word is in the model: a constant (default), a call without arguments, or not allowed. */
  readonly bare?: "constant" | "call" | "never";
  /** What the word with arguments is in the model, where it differs from `value` (`normal(0, 1)`). */
  readonly callValue?: string;
  readonly parameters?: readonly Parameter[];
  /** All parameters may be given by position; default: the first. */
  readonly positional?: boolean;
  /** Arguments that are written without their names in canonical spelling; default: none. */
  readonly unnamed?: "first" | "all";
  /** The first argument alone stands for all: `truncated(20)`. */
  readonly sameForAll?: boolean;
  /** The call's arguments are positions with this shape of value (`map(0: 0.1)`), beside `parameters`. */
  readonly positions?: Shape;
  /** The number becomes another one in the model: `drop(0.2)` is the probability 0.8 of keeping. */
  readonly complement?: boolean;
  /** Other accepted spellings. */
  readonly aliases?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly shape: Shape;
  readonly required?: boolean;
  /** The model's name, where it differs. */
  readonly key?: string;
  /** The argument is a setting of its own beside the value (`clipL2PerLayer(1.0)`: the threshold). */
  readonly setting?: string;
}

/** A key of a section or of a layer kind. */
export interface Key {
  readonly key: string;
  /** Absent for a sub-block. */
  readonly shape: Shape;
  /** The model's key, where it differs. */
  readonly setting?: string;
  /** Given as a block, `key { … }`: a call of the key's name with these keys. */
  readonly block?: readonly Key[];
  /** May also be a block with one value for each input or output: the call `byName`. */
  readonly byName?: Shape;
}

/** The model's key of a key of the language. */
export function settingOf(key: Key): string {
  return key.setting ?? key.key;
}

/** The model's name of a parameter. */
export function argumentOf(parameter: Parameter): string {
  return parameter.setting ?? parameter.key ?? parameter.name;
}

export const number: Shape = { type: "number" };
export const integer: Shape = { type: "number", integer: true };
export const atLeastOne: Shape = { type: "number", integer: true, min: 1 };
export const notNegative: Shape = { type: "number", min: 0 };
export const text: Shape = { type: "string" };
export const boolean: Shape = { type: "boolean" };
export const column: Shape = { type: "column" };

export function words(what: string, list: readonly Word[]): WordShape {
  return { type: "word", what, words: list };
}

export function listOf(of: Shape): Shape {
  return { type: "list", of };
}

export function either(...shapes: readonly Shape[]): Shape {
  return { type: "either", shapes };
}

/** Constants by their spelling in the language. */
export function constants(spellings: Readonly<Record<string, string>>): readonly Word[] {
  return Object.entries(spellings).map(([word, value]) => ({ word, value }));
}

/** Required parameters of the same shape. */
export function required(shape: Shape, ...names: readonly string[]): readonly Parameter[] {
  return names.map((name) => ({ name, shape, required: true }));
}

/** Parameters of the same shape that may be left out. */
export function optional(shape: Shape, ...names: readonly string[]): readonly Parameter[] {
  return names.map((name) => ({ name, shape }));
}
