import type { TextEdit } from "../model/range.js";

/**
 * Applies edits that do not overlap to a text.
 * @throws RangeError when two edits overlap or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    if (range.start < at || range.end > text.length) throw new RangeError(`Edits overlap or leave the text at offset ${range.start}.`);
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

/** True when none of the edits touches the same text as another. Two insertions at one place touch. */
export function areDisjoint(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return sorted.every(({ range }, index) => {
    const before = sorted[index - 1]?.range;
    return !before || before.end < range.start || (before.end === range.start && before.start < before.end);
  });
}
