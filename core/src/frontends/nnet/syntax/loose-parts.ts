import type { SyntaxNode } from "@lezer/common";
import type { BlockNode, ItemNode, LayerNode, PropertyNode, SectionNode, SubBlockNode } from "./tree.js";
import { nearestFixes, quoted } from "../nearest.js";
import { whereKeyBelongs } from "../vocabulary/lookup.js";
import { itemKeys } from "./item-keys.js";
import { nameNode } from "./nodes.js";
import type { ProblemList } from "./problem-list.js";
import { readBlock, readProperty, readSubBlock, type SubBlockParts } from "./read-blocks.js";
import { itemWords, readItem } from "./read-items.js";
import { readMisspelt } from "./read-misspelt.js";

type Entry = PropertyNode | SubBlockNode;
type Owner = SectionNode | LayerNode;

/**
 * Adds what stands directly in a network to its items. A property that stands there goes to the item before it, if that
 * item may have it: usually that was closed too early.
 * @returns true where that shows that there is a `}` too many
 */
export function addItem(node: SyntaxNode, items: ItemNode[], text: string, problems: ProblemList): boolean {
  const before = items.at(-1);
  const owner = before?.kind === "section" || before?.kind === "layer" ? before : undefined;
  const longer = withSource(node, before, text, problems);
  if (longer !== null) {
    items[items.length - 1] = longer;
    return false;
  }
  if (node.name !== "LooseProperty" && !isLooseBlock(node, owner, text)) {
    items.push(
      ...(node.name === "Misspelt" || node.name === "BlockAlone" ? readMisspelt(node, text, problems) : readItem(node, text, problems)),
    );
    return false;
  }
  const entry = node.name === "LooseProperty" ? readProperty(node, text, problems) : readSubBlock(looseBlockParts(node), text, problems);
  if (entry === null) return false;
  if (owner === undefined || !itemKeys(owner).some(({ key }) => key === entry.key.text)) {
    reportHomeless(entry, problems);
    return false;
  }
  items[items.length - 1] = withEntry(owner, entry);
  reportLoose(entry, owner, problems);
  return owner.block?.closed !== false;
}

/** `from a b`, `from a and b` and `layer dense x a` on one line: a source that lacks the comma or `from` before it, and the layer's block after it. */
function withSource(node: SyntaxNode, before: ItemNode | undefined, text: string, problems: ProblemList): ItemNode | null {
  if (node.name !== "Misspelt" || (before?.kind !== "layer" && before?.kind !== "vertex")) return null;
  if (before.name === null && before.from.length === 0) return null;
  if (before.block !== null || text.slice(before.range.end, node.from).includes("\n")) return null;
  if (node.getChild("Name") !== null) return null;
  const words = node.getChildren("Kind").flatMap((kind) => kind.getChild("Name") ?? []);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || node.getChild("From") !== null) return null;
  if (last !== first && text.slice(first.from, first.to) !== "and") return null;
  const name = nameNode(last, text);
  const missing = before.from.length === 0 ? "from" : ",";
  const message = missing === "," ? "Names after `from` are separated by commas." : "`from` is missing before the name of what feeds this.";
  problems.syntax(name.range, message, [
    {
      title: `Insert \`${missing}\``,
      edits: [{ range: { start: before.range.end, end: last.from }, newText: missing === "," ? ", " : " from " }],
    },
  ]);
  const blockNode = node.getChild("Block");
  const block = blockNode === null ? null : readBlock(blockNode, text, problems).block;
  const range = { start: before.range.start, end: block?.range.end ?? name.range.end };
  return { ...before, range, from: [...before.from, name], block };
}

/** `earlyStopping { … }` after the end of `train`: the grammar takes the word for a layer's kind. */
function isLooseBlock(node: SyntaxNode, owner: Owner | undefined, text: string): boolean {
  if (owner?.kind !== "section" || node.name !== "Misspelt") return false;
  const { name } = looseBlockParts(node);
  return name !== null && itemKeys(owner).some(({ key, block }) => block !== undefined && key === text.slice(name.from, name.to));
}

function looseBlockParts(node: SyntaxNode): SubBlockParts {
  return { from: node.from, name: node.getChild("Kind")?.getChild("Name") ?? null, block: node.getChild("Block") };
}

function withEntry(owner: Owner, entry: Entry): Owner {
  const end = Math.max(owner.range.end, entry.range.end);
  const block: BlockNode = {
    range: { start: owner.block?.range.start ?? entry.range.start, end },
    closed: false,
    entries: [...(owner.block?.entries ?? []), entry],
  };
  return { ...owner, range: { start: owner.range.start, end }, block };
}

function reportLoose({ key }: Entry, { block, keyword }: Owner, problems: ProblemList): void {
  if (block === null || !block.closed) {
    if (block !== null) return;
    const at = key.range.start;
    problems.syntax(key.range, `\`${key.text}\` stands outside of a block: write \`{\` before it.`, [
      { title: "Insert `{`", edits: [{ range: { start: at, end: at }, newText: "{ " }] },
    ]);
    return;
  }
  const brace = { start: block.range.end - 1, end: block.range.end };
  problems.syntax(key.range, `\`${key.text}\` stands outside of a block: the \`}\` before it closes \`${keyword.text}\` too early.`, [
    { title: "Remove the `}` before it", edits: [{ range: brace, newText: "" }] },
  ]);
}

function reportHomeless({ key }: Entry, problems: ProblemList): void {
  const where = whereKeyBelongs(key.text);
  const { near, fixes } = nearestFixes(key, itemWords);
  if (where === undefined && near !== undefined)
    problems.unknownName(key.range, `\`${key.text}\` cannot stand here. Did you mean \`${near}\`?`, fixes);
  else if (where === undefined) problems.syntax(key.range, `\`${key.text}\` cannot stand here. A network holds ${quoted(itemWords)}.`);
  else problems.unknownName(key.range, `\`${key.text}\` stands outside of a block. ${where.replace(`\`${key.text}\``, "It")}`);
}
