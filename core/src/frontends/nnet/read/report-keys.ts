import type { NameNode, ValueNode } from "../syntax/tree.js";
import type { Key } from "../vocabulary/shapes.js";
import { findWord, whereKeyBelongs, whereOtherNameBelongs, wordShapes } from "../vocabulary/lookup.js";
import { nearestFixes } from "../nearest.js";
import type { Place } from "./read-block.js";
import { wordName } from "./read-word.js";
import type { Reading } from "./reading.js";

/** A value that stands alone; a name in it may tell which keys it is for. */
export function reportMissingKey(value: ValueNode, places: readonly Place[], reading: Reading): void {
  const written = reading.text.slice(value.range.start, value.range.end);
  const keys = places.flatMap((place) => place.keys).filter((key) => knows(key, value));
  const shown = written.length > 30 ? "This value" : `\`${written}\``;
  const at = { start: value.range.start, end: value.range.start };
  reading.problems.unknownName(
    value.range,
    `${shown} needs a key before it: \`${keys[0]?.key ?? "key"}: …\`.`,
    keys.slice(0, 3).map(({ key }) => ({ title: `Write \`${key}:\` before it`, edits: [{ range: at, newText: `${key}: ` }] })),
  );
}

export function reportUnknownKey(key: NameNode, places: readonly Place[], what: string, reading: Reading): void {
  const { near, fixes } = nearestFixes(
    key,
    places.flatMap(({ keys }) => keys.map((one) => one.key)),
  );
  const elsewhere = near === undefined ? (whereKeyBelongs(key.text) ?? whereOtherNameBelongs(key.text)) : whereKeyBelongs(key.text);
  const hint = elsewhere ?? (near === undefined ? "" : `Did you mean \`${near}\`?`);
  const message = `\`${what}\` has no \`${key.text}\`. ${hint}`.trimEnd();
  reading.problems.unknownName(key.range, message, elsewhere !== undefined && near === undefined ? [] : fixes);
}

/** Reports a name that only another key of the block knows: `padding: same` for `mode: same`. */
export function isMisplaced(value: ValueNode, key: Key, places: readonly Place[], reading: Reading): boolean {
  if ((value.kind !== "word" && value.kind !== "call") || knows(key, value)) return false;
  const other = places.flatMap(({ keys }) => keys).find((one) => knows(one, value));
  if (other === undefined) return false;
  const written = reading.text.slice(value.range.start, value.range.end);
  const shown = written.length > 30 ? "This" : `\`${written}\``;
  reading.problems.unknownName(value.range, `${shown} is not for \`${key.key}\` but for \`${other.key}\`: write \`${other.key}: …\`.`);
  return true;
}

function knows({ shape }: Key, value: ValueNode): boolean {
  const name = wordName(value)?.text;
  return name !== undefined && wordShapes(shape).some((words) => findWord(words, name) !== undefined);
}
