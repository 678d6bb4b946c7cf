import type { Range } from "../../../model/range.js";
import type { TextEdits } from "./text-edits.js";

/** The file's line ending. */
export function lineEnding(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The white space that the line of this offset begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/** True when only white space stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return start > 0 && /^[ \t]*$/.test(text.slice(start, offset));
}

/** Takes a call out of its chain, with its line when it has one of its own. */
export function removeLink(link: Range, nameStart: number, text: string, edits: TextEdits): void {
  const lineEnd = endOfLine(text, link.end);
  const rest = text.slice(link.end, lineEnd);
  const isAloneAfter = /^\s*(\/\/.*)?$/.test(rest);
  if (startsLine(text, link.start) && isAloneAfter) {
    edits.remove({ start: endOfPreviousLine(text, link.start), end: lineEnd });
  } else if (startsLine(text, nameStart) && /^\s*\.\s*$/.test(rest)) {
    edits.remove({ start: endOfPreviousLine(text, nameStart), end: lineEnd });
  } else if (startsLine(text, link.start) && /^\s*;/.test(rest)) {
    edits.remove({ start: endOfPreviousLine(text, link.start), end: link.end });
  } else edits.remove(link);
}

/** Takes out a statement with its semicolon and, when nothing else stands there, its line. */
export function removeStatement(range: Range, text: string, edits: TextEdits): void {
  const semicolon = /^\s*;/.exec(text.slice(range.end))?.[0].length ?? 0;
  const end = range.end + semicolon;
  const lineEnd = endOfLine(text, end);
  const isAlone = startsLine(text, range.start) && /^\s*(\/\/.*)?$/.test(text.slice(end, lineEnd));
  edits.remove(isAlone ? { start: endOfPreviousLine(text, range.start), end: lineEnd } : { start: range.start, end });
}

/** The offset of the line's end, before the line break. */
export function endOfLine(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  if (at < 0) return text.length;
  return text[at - 1] === "\r" && at - 1 >= offset ? at - 1 : at;
}

function endOfPreviousLine(text: string, offset: number): number {
  const at = text.lastIndexOf("\n", offset - 1);
  if (at < 0) return 0;
  return text[at - 1] === "\r" ? at - 1 : at;
}
