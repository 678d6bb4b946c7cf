import type { SyntaxNode } from "@lezer/common";
import type { ItemNode, KindNode, LayerNode, NameNode, SectionName, SectionNode } from "./tree.js";
import type { ProblemList } from "./problem-list.js";
import { childrenOf, lastBefore, nameNode, rangeOf } from "./nodes.js";
import { readBlock, reportSeparator } from "./read-blocks.js";
import { readName } from "./read-scalars.js";
import { isValue, readKind, readValueNode, reportMissingColon } from "./read-values.js";

/** The words that begin what stands in a network. */
export const itemWords = ["data", "train", "defaults", "input", "layer", "vertex"] as const;

const sections: Readonly<Record<string, SectionName>> = { DataWord: "data", TrainWord: "train", DefaultsWord: "defaults" };

/** What cannot be the name of a network, layer or vertex. */
const reserved: ReadonlySet<string> = new Set([...itemWords, "network", "from"]);

export function reservedMessage(word: string): string {
  return `\`${word}\` is a word of the language and cannot be a name: choose another one.`;
}

/** Sections, inputs, layers and vertices; usually one, more when an unclosed block took in what follows. */
export function readItem(node: SyntaxNode, text: string, problems: ProblemList): ItemNode[] {
  switch (node.name) {
    case "Section":
      return readSection(node, text, problems);
    case "Input":
      return readInput(node, text, problems);
    case "Layer":
    case "Vertex":
      return hasWord(node) ? readLayer(node, text, problems) : [];
    default:
      return [];
  }
}

/** Where the parser recovers it may put a word in that the text does not have. */
function hasWord({ firstChild }: SyntaxNode): boolean {
  return firstChild !== null && firstChild.from < firstChild.to;
}

function readSection(node: SyntaxNode, text: string, problems: ProblemList): ItemNode[] {
  const word = node.firstChild;
  const section = word === null ? undefined : sections[word.name];
  if (word === null || section === undefined) return [];
  reportSeparator(node, word, node.getChild("Block"), text, problems);
  return sectionOf(node, nameNode(word, text), section, text, problems);
}

/** @param keyword what stands for the section's word */
export function sectionOf(node: SyntaxNode, keyword: NameNode, section: SectionName, text: string, problems: ProblemList): ItemNode[] {
  const blockNode = node.getChild("Block");
  const read = blockNode === null ? null : readBlock(blockNode, text, problems);
  if (read === null) problems.syntax(keyword.range, `\`${keyword.text}\` needs a block after it: \`${section} { … }\`.`);
  const end = read?.block.range.end ?? keyword.range.end;
  const item: SectionNode = { kind: "section", range: { start: node.from, end }, keyword, section, block: read?.block ?? null };
  return [item, ...(read?.taken ?? [])];
}

function readInput(node: SyntaxNode, text: string, problems: ProblemList): ItemNode[] {
  const word = node.getChild("InputWord");
  if (word === null) return [];
  const keyword = nameNode(word, text);
  const valueNode = childrenOf(node).find(isValue);
  const blockNode = node.getChild("Block");
  reportSeparator(node, word, blockNode, text, problems);
  if (valueNode !== undefined && node.getChild(":") === null) reportMissingColon(word, valueNode, text, problems);
  const value = valueNode === undefined ? null : readValueNode(valueNode, text, problems);
  const block = blockNode === null ? null : readBlock(blockNode, text, problems).block;
  if (valueNode === undefined && block === null) {
    problems.syntax(keyword.range, "`input` needs a type: `input: vector(4)`, or a block with a type for each input.");
  }
  const end = value?.range.end ?? block?.range.end ?? keyword.range.end;
  return [{ kind: "input", range: { start: node.from, end }, keyword, value, block }];
}

function readLayer(node: SyntaxNode, text: string, problems: ProblemList): ItemNode[] {
  const kind = node.name === "Vertex" ? "vertex" : "layer";
  const word = node.firstChild;
  if (word === null) return [];
  const keyword = nameNode(word, text);
  const kindChild = node.getChild("Kind");
  reportColon(node, keyword, problems);
  const layerKind = kindChild === null ? null : readKind(kindChild, text, problems);
  const nameChild = node.getChild("Name") ?? node.getChild("String");
  const name = nameChild === null ? null : readName(nameChild, text, problems);
  if (name !== null && reserved.has(name.text)) problems.syntax(name.range, reservedMessage(name.text));
  if (layerKind === null) {
    problems.syntax(
      keyword.range,
      kind === "layer" ? "`layer` needs a kind: `layer dense { … }`." : "`vertex` needs a kind and a name: `vertex merge m from a, b`.",
    );
  } else if (kind === "vertex" && name === null) {
    problems.syntax(layerKind.range, "A vertex needs a name: `vertex merge m from a, b`.");
  }
  return layerOf(node, kind, keyword, layerKind, name, text, problems);
}

function reportColon(node: SyntaxNode, { text: word }: NameNode, problems: ProblemList): void {
  const colon = node.getChild(":");
  if (colon === null) return;
  problems.syntax(
    rangeOf(colon),
    `No \`:\` stands after \`${word}\`: write \`${word} ${word === "layer" ? "dense" : "merge m from a, b"} …\`.`,
    [{ title: "Remove `:`", edits: [{ range: rangeOf(colon), newText: "" }] }],
  );
}

/** @param keyword what stands for the word `layer` or `vertex` */
export function layerOf(
  node: SyntaxNode,
  kind: "layer" | "vertex",
  keyword: NameNode,
  layerKind: KindNode | null,
  name: NameNode | null,
  text: string,
  problems: ProblemList,
): ItemNode[] {
  const from = readFrom(node, text, problems);
  if (kind === "vertex" && from === null && name !== null) {
    problems.syntax(name.range, `A vertex says what feeds it: \`${name.text} from a, b\`.`);
  }
  const blockNode = node.getChild("Block");
  const read = blockNode === null ? null : readBlock(blockNode, text, problems);
  const range = { start: node.from, end: read?.block.range.end ?? Math.max(keyword.range.end, lastBefore(text, node.to)) };
  const item: LayerNode = { kind, range, keyword, layerKind, name, from: from ?? [], block: read?.block ?? null };
  return [item, ...(read?.taken ?? [])];
}

function readFrom(node: SyntaxNode, text: string, problems: ProblemList): NameNode[] | null {
  const from = node.getChild("From");
  if (from === null) return null;
  const names = [...from.getChildren("Name"), ...from.getChildren("InputWord")].sort((a, b) => a.from - b.from);
  const word = from.firstChild;
  const last = childrenOf(from).findLast((child) => !child.type.isError && !child.type.isSkipped);
  if (word !== null && names.length === 0) problems.syntax(rangeOf(word), "`from` needs the names of what feeds this layer.");
  else if (last?.name === ",") problems.syntax(rangeOf(last), "A name is missing after this comma.");
  return names.map((name) => nameNode(name, text));
}
