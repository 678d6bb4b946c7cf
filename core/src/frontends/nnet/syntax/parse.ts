import type { SyntaxNode, Tree } from "@lezer/common";
import type { Comment } from "../../../model/written.js";
import type { ItemNode, NameNode, NetworkNode, SyntaxFile } from "./tree.js";
import { parser } from "../../../generated/nnet-parser.js";
import { nearestFixes } from "../nearest.js";
import { childrenOf, lastBefore, nameNode, rangeOf } from "./nodes.js";
import type { ProblemList } from "./problem-list.js";
import { reportUnclosed } from "./read-blocks.js";
import { readItem } from "./read-items.js";
import { unexpected } from "./unexpected.js";

/** The text's syntax. Damaged text gives all that its undamaged parts say; problems are added to the list. */
export function parseSyntax(text: string, problems: ProblemList): SyntaxFile {
  const tree = parser.parse(text);
  const networks = readNetworks(tree.topNode, text, problems);
  const comments = readLooseParts(tree, text, problems, networks);
  return { networks: networks.map(({ node }) => node), comments };
}

interface OpenNetwork {
  node: NetworkNode;
  /** Put together from items outside of any `network { }`. */
  readonly implicit: boolean;
}

function readNetworks(file: SyntaxNode, text: string, problems: ProblemList): OpenNetwork[] {
  const networks: OpenNetwork[] = [];
  for (const child of childrenOf(file)) {
    if (child.name === "Network") networks.push({ node: readNetwork(child, text, problems), implicit: false });
    else if (misspeltNetwork(child, text)) networks.push({ node: readMisspeltNetwork(child, text, problems), implicit: true });
    else if (!child.type.isError && !child.type.isSkipped) addStray(child, networks, text, problems);
  }
  return networks;
}

function readNetwork(node: SyntaxNode, text: string, problems: ProblemList): NetworkNode {
  const nameChild = node.getChild("Name");
  const name = nameChild === null ? null : nameNode(nameChild, text);
  const keyword = nameNode(node.getChild("NetworkWord") ?? node, text);
  const [open, close] = [node.getChild("{"), node.getChild("}")];
  if (name === null) problems.syntax(keyword.range, "A network needs a name: `network digits { … }`.");
  else if (open === null) problems.syntax(name.range, `A network needs a body: \`network ${name.text} { … }\`.`);
  if (open !== null && close === null) reportUnclosed(node, text, problems);
  const items = childrenOf(node).flatMap((child) => readItem(child, text, problems));
  const range = { start: node.from, end: close?.to ?? Math.max(keyword.range.end, lastBefore(text, node.to)) };
  return { range, name, keyword, open: open?.to ?? null, close: close?.from ?? null, items };
}

/** `netwrok digits {` is taken for a layer without its word, left open. */
function misspeltNetwork(node: SyntaxNode, text: string): boolean {
  const kind = node.name === "Layer" && node.getChild("LayerWord") === null ? node.getChild("Kind") : null;
  return kind !== null && nearestFixes(nameNode(kind, text), ["network"]).near !== undefined;
}

function readMisspeltNetwork(node: SyntaxNode, text: string, problems: ProblemList): NetworkNode {
  const keyword = nameNode(node.getChild("Kind") ?? node, text);
  const nameChild = node.getChild("Name");
  const { fixes } = nearestFixes(keyword, ["network"]);
  problems.unknownName(keyword.range, `A file consists of networks: write \`network\` for \`${keyword.text}\`.`, fixes);
  const open = node.getChild("Block")?.getChild("{")?.to ?? null;
  const name = nameChild === null ? null : nameNode(nameChild, text);
  return { range: rangeOf(node), name, keyword, open, close: null, items: [] };
}

/** An item outside of the networks belongs to the one before it: usually that was closed too early. */
function addStray(node: SyntaxNode, networks: OpenNetwork[], text: string, problems: ProblemList): void {
  const items: ItemNode[] = readItem(node, text, problems);
  const first = items[0];
  if (first === undefined) return;
  const before = networks.at(-1);
  if (before === undefined) {
    problems.syntax(first.keyword.range, `\`${first.keyword.text}\` stands outside of a network: write \`network name {\` before it.`);
    const range = { start: first.range.start, end: items.at(-1)?.range.end ?? first.range.end };
    networks.push({ node: { range, name: null, keyword: first.keyword, open: null, close: null, items }, implicit: true });
    return;
  }
  if (!before.implicit) problems.syntax(first.keyword.range, strayMessage(first.keyword, before.node));
  const range = { start: before.node.range.start, end: Math.max(before.node.range.end, items.at(-1)?.range.end ?? 0) };
  before.node = { ...before.node, range, close: null, items: [...before.node.items, ...items] };
}

function strayMessage(keyword: NameNode, before: NetworkNode): string {
  return `\`${keyword.text}\` stands outside of a network: a \`}\` before it closes \`${before.name?.text ?? "network"}\` too early.`;
}

/** Comments, and text that the grammar passed over. */
function readLooseParts(tree: Tree, text: string, problems: ProblemList, networks: readonly OpenNetwork[]): Comment[] {
  const comments: Comment[] = [];
  let implicitOpen = networks.filter(({ implicit }) => implicit).length;
  tree.iterate({
    enter(node) {
      if (node.name === "LineComment" || node.name === "BlockComment") comments.push(readComment(node.node, text, problems));
      if (!node.type.isError || node.from === node.to) return true;
      const closesImplicit = implicitOpen > 0 && text.slice(node.from, node.to) === "}";
      if (closesImplicit) implicitOpen--;
      else unexpected(node.node, text, problems);
      return false;
    },
  });
  return comments;
}

function readComment(node: SyntaxNode, text: string, problems: ProblemList): Comment {
  const raw = text.slice(node.from, node.to).trimEnd();
  const range = { start: node.from, end: node.from + raw.length };
  if (node.name === "LineComment") return { range, text: raw.slice(2).trim() };
  const closed = raw.length >= 4 && raw.endsWith("*/");
  if (!closed) problems.syntax({ start: node.from, end: node.from + 2 }, "This comment has no end: write `*/` after it.");
  return { range, text: raw.slice(2, closed ? -2 : undefined).trim() };
}
