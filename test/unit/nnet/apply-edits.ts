import type { TextEdit } from "../../../core/src/model/range.js";

/** The text after the edits; throws where they overlap, are not sorted or leave the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { range, newText } of edits) {
    if (range.start < at || range.end < range.start || range.end > text.length) throw new Error("edits overlap or leave the text");
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
