import type { TextEdit } from "../../../model/range.js";
import type { ItemNode, NetworkNode } from "../syntax/tree.js";
import { beginsLine, endsLine, indentation, indentUnit, isOneLine, lineEnd, lineEnding, startWithComments } from "./style.js";

type Rank = "data" | "train" | "defaults" | "input";

const ranks = ["data", "train", "defaults", "input", "layer", "vertex"];

/** Adds a section with one property, or an input, in its usual place: data, train, defaults, input, layers. */
export function addSection(text: string, network: NetworkNode, section: Exclude<Rank, "input">, property: string): TextEdit[] | null {
  const others = network.items.filter((item) => item.kind === "section");
  const oneLine = isOneLine(text, network.range) || (others.length > 0 && others.every(({ range }) => isOneLine(text, range)));
  if (oneLine) return addItem(text, network, section, [`${section} { ${property} }`]);
  return addItem(text, network, section, [`${section} {`, `${indentUnit(text, network)}${property}`, "}"]);
}

/** @param lines the item's text, indented from its first line on */
export function addItem(text: string, network: NetworkNode, rank: Rank, lines: readonly string[]): TextEdit[] | null {
  if (network.open === null || network.close === null) return null;
  const { items } = network;
  const first = items[0];
  if (first === undefined) return addFirst(text, network, lines);
  const previous = items.findLast((item) => rankOf(item) < ranks.indexOf(rank));
  const neighbour = previous ?? first;
  const indent = indentation(text, neighbour.range.start);
  const eol = lineEnding(text);
  const block = lines.map((line) => `${indent}${line}`).join(eol);
  const gap = rank !== "input" && hasBlankLines(text, items) ? eol : "";
  if (!beginsLine(text, neighbour.range) || !endsLine(text, neighbour.range)) return [inline(previous, first, lines)];
  if (previous === undefined) {
    const start = startWithComments(text, first.range.start);
    return [{ range: { start, end: start }, newText: `${block}${eol}${gap}` }];
  }
  const at = lineEnd(text, previous.range.end);
  return [{ range: { start: at, end: at }, newText: `${eol}${previous.kind === "section" ? gap : ""}${block}` }];
}

function rankOf(item: ItemNode): number {
  return ranks.indexOf(item.kind === "section" ? item.section : item.kind);
}

function inline(previous: ItemNode | undefined, first: ItemNode, lines: readonly string[]): TextEdit {
  const written = lines.map((line) => line.trim()).join(" ");
  const at = previous?.range.end ?? first.range.start;
  return { range: { start: at, end: at }, newText: previous === undefined ? `${written} ` : ` ${written}` };
}

/** Sections stand apart where the text has it so. */
function hasBlankLines(text: string, items: readonly ItemNode[]): boolean {
  return items.some((item, index) => {
    const next = items[index + 1];
    return (
      next !== undefined &&
      (item.kind === "section" || next.kind === "section") &&
      /\n[ \t]*\r?\n/u.test(text.slice(item.range.end, next.range.start))
    );
  });
}

function addFirst(text: string, network: NetworkNode, lines: readonly string[]): TextEdit[] | null {
  const { open, close } = network;
  if (open === null || close === null || text.slice(open, close).trim() !== "") return null;
  const eol = lineEnding(text);
  const indent = indentation(text, network.range.start);
  if (isOneLine(text, { start: open, end: close })) {
    return [{ range: { start: open, end: close }, newText: ` ${lines.map((line) => line.trim()).join(" ")} ` }];
  }
  const block = lines.map((line) => `${indent}  ${line}`).join(eol);
  return [{ range: { start: open, end: close }, newText: `${eol}${block}${eol}${indent}` }];
}
