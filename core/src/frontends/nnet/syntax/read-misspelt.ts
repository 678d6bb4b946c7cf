import type { SyntaxNode } from "@lezer/common";
import type { ItemNode, KindNode, NameNode, SectionName } from "./tree.js";
import { nearestFixes, quoted } from "../nearest.js";
import { findLayerKind, findVertexKind } from "../vocabulary/lookup.js";
import { sectionKeys } from "../vocabulary/sections.js";
import { childrenOf } from "./nodes.js";
import type { ProblemList } from "./problem-list.js";
import { itemWords, layerOf, sectionOf } from "./read-items.js";
import { readKind } from "./read-values.js";

/** `trian { … }`, `layre dense { … }`, and what lacks its first word: `dense { … }`, `{ seed: 1 }`. */
export function readMisspelt(node: SyntaxNode, text: string, problems: ProblemList): ItemNode[] {
  const [first, second] = node.getChildren("Kind");
  const word = first === undefined ? null : readKind(first, text, problems);
  const section = sectionOfKeys(node.getChild("Block"), text);
  if (word === null) return withoutWord(node, section, text, problems);
  const missing = missingWord(word, node);
  if (missing !== undefined) {
    const at = word.range.start;
    problems.unknownName(word.name.range, `\`${missing}\` is missing here: write \`${missing} ${word.name.text} …\`.`, [
      { title: `Insert \`${missing}\``, edits: [{ range: { start: at, end: at }, newText: `${missing} ` }] },
    ]);
    return layerOf(node, missing, word.name, word, second === undefined ? null : nameOf(second, text, problems), text, problems);
  }
  const { near, fixes } = nearestFixes(word.name, section === undefined ? itemWords : [section]);
  problems.unknownName(word.name.range, `\`${word.name.text}\` is not a part of a network. Known are ${quoted(itemWords)}.`, fixes);
  if ((near === "layer" || near === "vertex") && second !== undefined) {
    const nameChild = node.getChild("Name");
    const name =
      nameChild === null ? null : { text: text.slice(nameChild.from, nameChild.to), range: { start: nameChild.from, end: nameChild.to } };
    return layerOf(node, near, word.name, readKind(second, text, problems), name, text, problems);
  }
  return section === undefined ? [] : sectionOf(node, word.name, section, text, problems);
}

/** A block alone is the section whose keys it has. */
function withoutWord(node: SyntaxNode, section: SectionName | undefined, text: string, problems: ProblemList): ItemNode[] {
  const at = { start: node.from, end: node.from + 1 };
  if (section === undefined) {
    problems.syntax(at, `A file consists of networks, \`network name { … }\`, and a network holds ${quoted(itemWords)}.`);
    return [];
  }
  problems.syntax(at, `A word is missing before this block: write \`${section} { … }\`.`, [
    { title: `Insert \`${section}\``, edits: [{ range: { start: node.from, end: node.from }, newText: `${section} ` }] },
  ]);
  return sectionOf(node, { text: section, range: at }, section, text, problems);
}

/** A kind that stands without the word before it. */
function missingWord({ name }: KindNode, node: SyntaxNode): "layer" | "vertex" | undefined {
  if (findLayerKind(name.text) !== undefined && findLayerKind(name.text)?.word === name.text) return "layer";
  return findVertexKind(name.text)?.word === name.text && node.getChild("From") !== null ? "vertex" : undefined;
}

/** The only section that has all keys of the block. */
function sectionOfKeys(block: SyntaxNode | null, text: string): SectionName | undefined {
  const keys = (block === null ? [] : childrenOf(block)).flatMap((entry) => {
    const key = entry.getChild("Key") ?? entry.getChild("Name");
    return key === null ? [] : [text.slice(key.from, key.to)];
  });
  const fitting = (["data", "train", "defaults"] as const).filter((section) =>
    keys.every((name) => sectionKeys[section].some(({ key }) => key === name)),
  );
  return keys.length > 0 && fitting.length === 1 ? fitting[0] : undefined;
}

function nameOf(kind: SyntaxNode, text: string, problems: ProblemList): NameNode | null {
  return readKind(kind, text, problems)?.name ?? null;
}
