import type { Link } from "../program/sequence.js";
import { indentationAt, lineEnding, startsLine } from "./layout.js";
import type { Editing } from "./written-file.js";

/**
 * Writes calls before one of the calls on a builder, in the style of the text: a line each, with leading or trailing dots, or
 * all on one line; in Kotlin's `builder.apply { … }` as statements of the block.
 * @param links all calls on the builder
 */
export function insertCalls(next: Link, links: readonly Link[], calls: readonly string[], editing: Editing): void {
  const { text, edits } = editing;
  const before = links[links.findIndex(({ range }) => range.start === next.range.start) - 1];
  const { start } = next.range;
  if (before && isStatement(before, text) && !isStatement(next, text))
    edits.insert(before.range.end, calls.map((call) => separatorAt(before.range.start, text) + call).join(""));
  else if (isStatement(next, text)) edits.insert(start, calls.map((call) => call + separatorAt(start, text)).join(""));
  else insertIntoChain(next, calls, editing);
}

/** A call without a dot: a statement in a block on the builder. Its place in the text is certain. */
function isStatement({ range, isCertain }: Link, text: string): boolean {
  return isCertain && /[\w`]/.test(text.charAt(range.start));
}

/** What parts a statement of a block from the next one. */
function separatorAt(start: number, text: string): string {
  return startsLine(text, start) ? lineEnding(text) + indentationAt(text, start) : "; ";
}

function insertIntoChain(next: Link, calls: readonly string[], { text, edits }: Editing): void {
  const { start } = next.range;
  const name = next.nameRange.start;
  if (startsLine(text, start)) {
    const separator = lineEnding(text) + indentationAt(text, start);
    edits.insert(start, calls.map((call) => `.${call}${separator}`).join(""));
  } else if (startsLine(text, name)) {
    const separator = lineEnding(text) + indentationAt(text, name);
    edits.insert(name, calls.map((call) => `${call}.${separator}`).join(""));
  } else edits.insert(start, calls.map((call) => `.${call}`).join(""));
}
