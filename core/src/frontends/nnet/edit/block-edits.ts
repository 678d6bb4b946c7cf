import type { TextEdit } from "../../../model/range.js";
import type { BlockNode } from "../syntax/tree.js";
import { alignedWidth, beginsLine, endsLine, indentation, lineEnd, lineEnding, lineStart, nextLine, startWithComments } from "./style.js";

type Entry = BlockNode["entries"][number];

/**
 * Adds a property to a block, in the block's own style.
 * @param order keys in canonical order
 * @param property key and value: `seed: 1`, or a sub-block
 * @param unit one step of indentation
 */
export function addToBlock(
  text: string,
  block: BlockNode,
  key: string,
  property: { readonly value: string } | { readonly block: string },
  order: readonly string[],
  unit: string,
): TextEdit[] | null {
  if (!block.closed) return null;
  const written = "value" in property ? `${key}: ${property.value}` : `${key} ${property.block}`;
  const rank = (name: string): number => order.indexOf(name);
  const before = block.entries.findLastIndex((entry) => rank(entry.key.text) <= rank(key));
  const [previous, first] = [block.entries[before], block.entries[0]];
  if (first === undefined) return addToEmpty(text, block, written, unit);
  if (previous === undefined)
    return addBefore(text, block, first, "value" in property ? aligned(text, block, key, property.value) : written, written);
  const next = block.entries[before + 1];
  const limit = next?.range.start ?? block.range.end - 1;
  if (!text.slice(previous.range.end, limit).includes("\n")) return addInline(text, block, before, written);
  return addLine(text, block, previous, "value" in property ? aligned(text, block, key, property.value) : written);
}

/** The value in the column of the other values, where they are lined up. */
function aligned(text: string, block: BlockNode, key: string, value: string): string {
  const width = alignedWidth(text, block) ?? 0;
  return `${`${key}: `.padEnd(width)}${value}`;
}

function addToEmpty(text: string, block: BlockNode, written: string, unit: string): TextEdit[] {
  const inside = { start: block.range.start + 1, end: block.range.end - 1 };
  const content = text.slice(inside.start, inside.end);
  const eol = lineEnding(text);
  const indent = indentation(text, block.range.start);
  if (!content.includes("\n")) {
    if (content.trim() === "") return [{ range: inside, newText: ` ${written} ` }];
    return [{ range: { start: inside.end, end: inside.end }, newText: `${content.endsWith(" ") ? "" : " "}${written} ` }];
  }
  if (content.trim() === "") return [{ range: inside, newText: `${eol}${indent}${unit}${written}${eol}${indent}` }];
  const start = lineStart(text, inside.end);
  return [{ range: { start, end: start }, newText: `${indent}${unit}${written}${eol}` }];
}

function usesCommas(block: BlockNode): boolean {
  return block.entries.some((entry) => entry.kind === "property" && entry.comma !== null);
}

function addBefore(text: string, block: BlockNode, first: Entry, line: string, written: string): TextEdit[] {
  const comma = usesCommas(block) ? "," : "";
  if (beginsLine(text, first.range) && endsLine(text, first.range)) {
    const start = startWithComments(text, first.range.start);
    const newText = `${indentation(text, first.range.start)}${line}${comma}${lineEnding(text)}`;
    return [{ range: { start, end: start }, newText }];
  }
  const separator = usesCommas(block) || block.entries.length === 1 ? ", " : "  ";
  return [{ range: { start: first.range.start, end: first.range.start }, newText: `${written}${separator}` }];
}

function addInline(text: string, block: BlockNode, before: number, written: string): TextEdit[] {
  const previous = block.entries[before];
  if (previous === undefined) return [];
  const at = previous.range.end;
  const separator = usesCommas(block) || block.entries.length === 1 ? ", " : spaceBetween(text, block);
  return [{ range: { start: at, end: at }, newText: `${separator}${written}` }];
}

/** What stands between the first two entries of a block without commas. */
function spaceBetween(text: string, { entries: [first, second] }: BlockNode): string {
  const between = first === undefined || second === undefined ? "" : text.slice(first.range.end, second.range.start);
  return between !== "" && between.trim() === "" ? between : "  ";
}

function addLine(text: string, block: BlockNode, previous: Entry, line: string): TextEdit[] {
  const at = lineEnd(text, previous.range.end);
  const indent = beginsLine(text, previous.range)
    ? indentation(text, previous.range.start)
    : indentation(text, lineEnd(text, previous.range.start));
  const hasComma = previous.kind === "property" && previous.comma !== null;
  const needsComma = previous.kind === "property" && !hasComma && usesCommas(block);
  const added = { range: { start: at, end: at }, newText: `${lineEnding(text)}${indent}${line}${hasComma ? "," : ""}` };
  if (!needsComma) return [added];
  const end = previous.range.end;
  if (end === at) return [{ ...added, newText: `,${added.newText}` }];
  return [{ range: { start: end, end }, newText: "," }, added];
}

/** Takes an entry out of a block that has others: its line if it stands alone on it. */
export function removeFromBlock(text: string, block: BlockNode, index: number): TextEdit[] {
  const entry = block.entries[index];
  if (entry === undefined) return [];
  const [previous, next] = [block.entries[index - 1], block.entries[index + 1]];
  const comma = entry.kind === "property" ? entry.comma : null;
  const end = comma?.end ?? entry.range.end;
  if (beginsLine(text, entry.range) && endsLine(text, { start: entry.range.start, end })) {
    const line = { range: { start: lineStart(text, entry.range.start), end: nextLine(text, end) }, newText: "" };
    const dangling = next === undefined && comma === null && previous?.kind === "property" ? previous.comma : null;
    return dangling === null ? [line] : [{ range: dangling, newText: "" }, line];
  }
  if (next !== undefined && !text.slice(end, next.range.start).includes("\n")) {
    return [{ range: { start: entry.range.start, end: next.range.start }, newText: "" }];
  }
  if (previous !== undefined) return [{ range: { start: previous.range.end, end }, newText: "" }];
  return [{ range: { start: entry.range.start, end }, newText: "" }];
}
