import type { Entry } from "../../../model/written.js";
import type { Range, TextEdit } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { NameNode } from "../syntax/tree.js";
import type { ProblemList } from "../syntax/problem-list.js";

/** What the reading of one network adds to. */
export interface Reading {
  readonly text: string;
  readonly problems: ProblemList;
  readonly entries: Entry[];
  /** Words of the language that are spelt in another way, with the canonical spelling. */
  readonly spellings: TextEdit[];
}

/** Settings of one section, layer or call while they are read. */
export type OpenSettings = Record<string, Setting<Value>>;

/** A set of settings and the address below which they stand. */
export interface Container {
  readonly address: string;
  readonly settings: OpenSettings;
}

/** Notes a word that is not in its canonical spelling. */
export function noteSpelling({ text, range }: NameNode, canonical: string, { spellings }: Reading): void {
  if (text !== canonical) spellings.push({ range, newText: canonical });
}

export function known(value: Value, range: Range, address: string): Setting<Value> {
  return { value, range, path: address, address, origin: "explicit" };
}

/** A value that is written, but that the language does not know; rules pass it over. */
export function notKnown(range: Range, address: string): Setting<Value> {
  return { value: null, range, path: address, address, origin: "unknown" };
}
