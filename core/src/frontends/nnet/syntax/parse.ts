import type { SyntaxNode, Tree } from "@lezer/common";
import type { Comment } from "../../../model/written.js";
import type { ItemNode, NameNode, NetworkNode, SyntaxFile } from "./tree.js";
import { parser } from "../../../generated/nnet-parser.js";
import type { Range } from "../../../model/range.js";
import { nearestFixes } from "../nearest.js";
import { addItem } from "./loose-parts.js";
import { childrenOf, lastBefore, nameNode, rangeOf } from "./nodes.js";
import type { ProblemList } from "./problem-list.js";
import { reportUnclosed } from "./read-blocks.js";
import { reservedMessage } from "./read-items.js";
import { readName } from "./read-scalars.js";
import { unexpected } from "./unexpected.js";

/** The text's syntax. Damaged text gives all that its undamaged parts say; problems are added to the list. */
export function parseSyntax(text: string, problems: ProblemList): SyntaxFile {
  const tree = parser.parse(text);
  const networks = readNetworks(tree.topNode, text, problems);
  const comments = readComments(tree, text, problems, networks);
  return { networks: networks.map(({ node }) => node), comments };
}

interface OpenNetwork {
  node: NetworkNode;
  /** The items of the node, which may become more. */
  readonly items: ItemNode[];
  /** A `}` too many closes it before its end: what follows belongs to it, and so does one more `}`. */
  closedEarly: boolean;
}

function readNetworks(file: SyntaxNode, text: string, problems: ProblemList): OpenNetwork[] {
  const networks: OpenNetwork[] = [];
  for (const child of childrenOf(file)) {
    if (child.name === "Network") networks.push(readNetwork(child, text, problems));
    else if (misspeltNetwork(child, text)) networks.push(readMisspeltNetwork(child, text, problems));
    else if (!child.type.isError && !child.type.isSkipped) addStray(child, networks, text, problems);
  }
  return networks;
}

function readNetwork(node: SyntaxNode, text: string, problems: ProblemList): OpenNetwork {
  const nameChild = node.getChild("Name") ?? node.getChild("String");
  const name = nameChild === null ? null : readName(nameChild, text, problems);
  const keyword = nameNode(node.getChild("NetworkWord") ?? node, text);
  const [open, close] = [node.getChild("{"), node.getChild("}")];
  const reserved = /^\s*(network|data|train|defaults|input|layer|vertex|from)\b/u.exec(
    text.slice(keyword.range.end, keyword.range.end + 40),
  )?.[1];
  if (name === null)
    problems.syntax(keyword.range, reserved === undefined ? "A network needs a name: `network digits { … }`." : reservedMessage(reserved));
  else if (open === null) problems.syntax(name.range, `A network needs a body: \`network ${name.text} { … }\`.`);
  if (open !== null && close === null) reportUnclosed(node, text, problems);
  const items: ItemNode[] = [];
  const closedEarly = childrenOf(node).filter((child) => addItem(child, items, text, problems)).length > 0;
  const range = { start: node.from, end: close?.to ?? Math.max(keyword.range.end, lastBefore(text, node.to)) };
  return { node: { range, name, keyword, open: open?.to ?? null, close: close?.from ?? null, items }, items, closedEarly };
}

/** `netwrok digits {` is taken for a layer without its word, left open. */
function misspeltNetwork(node: SyntaxNode, text: string): boolean {
  const kind = node.name === "Misspelt" ? node.getChild("Kind") : null;
  return kind !== null && nearestFixes(nameNode(kind, text), ["network"]).near !== undefined;
}

function readMisspeltNetwork(node: SyntaxNode, text: string, problems: ProblemList): OpenNetwork {
  const [word, name] = node.getChildren("Kind").map((kind) => nameNode(kind.getChild("Name") ?? kind, text));
  const keyword = word ?? nameNode(node, text);
  const { fixes } = nearestFixes(keyword, ["network"]);
  problems.unknownName(keyword.range, `A file consists of networks: write \`network\` for \`${keyword.text}\`.`, fixes);
  const open = node.getChild("Block")?.getChild("{")?.to ?? null;
  const items: ItemNode[] = [];
  return { node: { range: rangeOf(node), name: name ?? null, keyword, open, close: null, items }, items, closedEarly: true };
}

/** What stands outside of the networks belongs to the one before it: usually that was closed too early. */
function addStray(node: SyntaxNode, networks: OpenNetwork[], text: string, problems: ProblemList): void {
  const before = networks.at(-1);
  const items = before?.items ?? [];
  const known = items.length;
  addItem(node, items, text, problems);
  const first = items[known];
  const end = items.at(-1)?.range.end ?? 0;
  if (before !== undefined) {
    // Only the first: those that follow it stand outside for the same reason.
    if (first !== undefined && !before.closedEarly) problems.syntax(first.keyword.range, strayMessage(first.keyword, before.node));
    before.closedEarly ||= first !== undefined;
    before.node = { ...before.node, range: { start: before.node.range.start, end: Math.max(before.node.range.end, end) }, close: null };
  } else if (first !== undefined) {
    problems.syntax(first.keyword.range, `\`${first.keyword.text}\` stands outside of a network: write \`network name {\` before it.`);
    const range = { start: first.range.start, end };
    const node: NetworkNode = { range, name: null, keyword: first.keyword, open: null, close: null, items };
    networks.push({ node, items, closedEarly: true });
  }
}

function strayMessage(keyword: NameNode, before: NetworkNode): string {
  return `\`${keyword.text}\` stands outside of a network: a \`}\` before it closes \`${before.name?.text ?? "network"}\` too early.`;
}

/** Comments, and text that the grammar passed over. */
function readComments(tree: Tree, text: string, problems: ProblemList, networks: readonly OpenNetwork[]): Comment[] {
  const comments: Comment[] = [];
  const gaps: number[] = [];
  let surplus = networks.filter(({ closedEarly }) => closedEarly).length;
  tree.iterate({
    enter(node) {
      if (node.name === "HashComment") reportHash(node.from, problems);
      if (node.name === "LineComment" || node.name === "BlockComment") comments.push(readComment(node.node, text, problems));
      if (node.type.isError && node.from === node.to) gaps.push(node.from);
      if (!node.type.isError || node.from === node.to) return true;
      if (surplus > 0 && text.slice(node.from, node.to) === "}") surplus--;
      else unexpected(node.node, text, problems);
      return false;
    },
  });
  if (gaps[0] !== undefined) problems.gap(gaps[0]);
  return comments;
}

function reportHash(at: number, problems: ProblemList): void {
  const range = { start: at, end: at + 1 };
  problems.syntax(range, "Comments begin with `//`.", [{ title: "Write `//`", edits: [{ range, newText: "//" }] }]);
}

function readComment(node: SyntaxNode, text: string, problems: ProblemList): Comment {
  const raw = text.slice(node.from, node.to).trimEnd();
  const range = { start: node.from, end: node.from + raw.length };
  if (node.name === "LineComment") return { range, text: raw.slice(2).trim() };
  const closed = raw.length >= 4 && raw.endsWith("*/");
  if (!closed) reportEndless(range, text, problems);
  return { range, text: raw.slice(2, closed ? -2 : undefined).trim() };
}

function reportEndless(range: Range, text: string, problems: ProblemList): void {
  const line = text.indexOf("\n", range.start);
  const end = lastBefore(text, line < 0 ? text.length : line);
  problems.endless(range, 2, "This comment has no end: write `*/` after it.", [
    { title: "Insert `*/` at the end of the line", edits: [{ range: { start: end, end }, newText: " */" }] },
  ]);
}
