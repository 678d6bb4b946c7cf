import type { BlockNode, NetworkNode } from "../syntax/tree.js";
import type { Range } from "../../../model/range.js";

/** The line ending of the text. */
export function lineEnding(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Where the line of the offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of the offset ends, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** Where the next line begins. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The white space before the first character of the offset's line. */
export function indentation(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/u.exec(text.slice(start, offset))?.[0] ?? "";
}

/** Nothing but white space stands before the range on its first line. */
export function beginsLine(text: string, { start }: Range): boolean {
  return text.slice(lineStart(text, start), start).trim() === "";
}

/** Nothing but white space, a comma or a line comment stands after the range on its last line. */
export function endsLine(text: string, { end }: Range): boolean {
  return /^[ \t]*,?[ \t]*(?:\/\/.*)?$/u.test(text.slice(end, lineEnd(text, end)));
}

export function isOneLine(text: string, { start, end }: Range): boolean {
  return !text.slice(start, end).includes("\n");
}

/** One step of indentation of the network's text; two spaces where nothing shows it. */
export function indentUnit(text: string, network: NetworkNode): string {
  const outer = indentation(text, network.range.start);
  for (const item of network.items) {
    const inner = indentation(text, item.range.start);
    if (beginsLine(text, item.range) && inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return "  ";
}

/** The start of the comment lines directly above the offset's line: they belong to what stands there. */
export function startWithComments(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*\/\//u.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** The number of characters from a key to its value, where the block lines its values up; else `null`. */
export function alignedWidth(text: string, block: BlockNode): number | null {
  const widths = block.entries.flatMap((entry) => {
    if (entry.kind !== "property" || entry.value === null || !beginsLine(text, entry.range)) return [];
    return [{ width: entry.value.range.start - entry.range.start, padded: entry.value.range.start - entry.key.range.end > 2 }];
  });
  if (!widths.some(({ padded }) => padded)) return null;
  const counts = new Map<number, number>();
  for (const { width } of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
