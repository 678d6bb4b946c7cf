import type { SyntaxNode } from "@lezer/common";
import type { BlockNode, InputNode, PropertyNode, SubBlockNode } from "./tree.js";
import type { ProblemList } from "./problem-list.js";
import { childrenOf, lastBefore, nameNode, rangeOf } from "./nodes.js";
import { readName } from "./read-scalars.js";
import { isValue, readValueNode, reportMissingColon } from "./read-values.js";

export interface ReadBlock {
  readonly block: BlockNode;
  /** `input: …` that an unclosed block before it took in. */
  readonly taken: readonly InputNode[];
}

/** Deeper than any block of the language, and far from the end of the call stack. */
const deepestBlock = 32;

/** A block in braces. */
export function readBlock(node: SyntaxNode, text: string, problems: ProblemList, depth = 0): ReadBlock {
  const entries: (PropertyNode | SubBlockNode)[] = [];
  const taken: InputNode[] = [];
  const closed = node.lastChild?.name === "}";
  if (!closed) reportUnclosed(node, text, problems);
  for (const child of childrenOf(node)) {
    if (child.name === "Property") {
      const property = readProperty(child, text, problems);
      if (!closed && property?.key.text === "input") taken.push(asInput(property));
      else if (property !== null) entries.push(...withOverrun(property));
    } else if (child.name === "SubBlock") {
      const parts = { from: child.from, name: child.getChild("Name") ?? child.getChild("Key"), block: child.getChild("Block") };
      reportSeparator(child, parts.name, parts.block, text, problems);
      const entry = readSubBlock(parts, text, problems, depth);
      if (entry !== null) entries.push(entry);
    }
  }
  return { block: { range: { start: node.from, end: closed ? node.to : lastBefore(text, node.to) }, closed, entries }, taken };
}

/** A `:` or `=` before a block. */
export function reportSeparator(
  node: SyntaxNode,
  before: SyntaxNode | null,
  block: SyntaxNode | null,
  text: string,
  problems: ProblemList,
): void {
  const separator = node.getChild(":") ?? node.getChild("=");
  if (separator === null || before === null || block === null) return;
  const [word, sign] = [before, separator].map(({ from, to }) => text.slice(from, to));
  problems.syntax(rangeOf(separator), `A block follows without \`${sign ?? ""}\`: \`${word ?? ""} { … }\`.`, [
    { title: `Remove \`${sign ?? ""}\``, edits: [{ range: { start: before.to, end: block.from }, newText: " " }] },
  ]);
}

/** Points at the brace that opens: where the other one belongs is a guess. */
export function reportUnclosed(node: SyntaxNode, text: string, problems: ProblemList): void {
  const open = node.getChild("{");
  if (open === null) return;
  const end = lastBefore(text, node.to);
  problems.unclosed(rangeOf(open), "This `{` is not closed: a `}` is missing.", [
    { title: "Insert `}`", edits: [{ range: { start: end, end }, newText: " }" }] },
  ]);
}

function asInput(property: PropertyNode): InputNode {
  return { kind: "input", range: property.range, keyword: property.key, value: property.value, block: null };
}

/** The parts of `earlyStopping { … }`. */
export interface SubBlockParts {
  readonly from: number;
  readonly name: SyntaxNode | null;
  readonly block: SyntaxNode | null;
}

export function readSubBlock({ from, name, block }: SubBlockParts, text: string, problems: ProblemList, depth = 0): SubBlockNode | null {
  if (name === null || block === null) return null;
  if (depth >= deepestBlock) {
    problems.syntax(rangeOf(name), "This is nested too deeply. No block of the language has so many blocks in it.");
    return null;
  }
  const read = readBlock(block, text, problems, depth + 1);
  return { kind: "block", range: { start: from, end: read.block.range.end }, key: nameNode(name, text), block: read.block };
}

const keyTypes: ReadonlySet<string> = new Set(["Key", "Name", "String"]);

/** A key with its value. */
export function readProperty(node: SyntaxNode, text: string, problems: ProblemList): PropertyNode | null {
  const parts = childrenOf(node).filter((child) => !child.type.isError && !child.type.isSkipped);
  const keyPart = parts[0];
  if (keyPart === undefined) return null;
  if (isKeyless(keyPart, parts)) return readKeyless(keyPart, parts.at(-1) ?? keyPart, text, problems);
  const key = readName(keyPart, text, problems);
  const valuePart = parts.slice(1).find(isValue);
  const comma = parts.find((part) => part.name === ",");
  const value = valuePart === undefined ? null : readValueNode(valuePart, text, problems);
  if (valuePart === undefined) problems.syntax(key.range, missingValue(key.text, keyPart.name !== "Name"));
  else if (keyPart.name === "Name") reportMissingColon(keyPart, valuePart, text, problems);
  const end = value?.range.end ?? lastBefore(text, (valuePart ?? parts.find((part) => part.name === ":") ?? keyPart).to);
  return { kind: "property", range: { start: node.from, end }, key, value, comma: comma === undefined ? null : rangeOf(comma) };
}

/** `{ 500 }`; `{ csv("a.csv") }`, which the grammar takes for a key and a call without a name. */
function isKeyless(first: SyntaxNode, parts: readonly SyntaxNode[]): boolean {
  if (parts.some(({ name }) => name === ":" || name === "=")) return false;
  return !keyTypes.has(first.name) || parts.some((part) => part.name === "Call" && part.firstChild?.from === part.firstChild?.to);
}

function readKeyless(first: SyntaxNode, last: SyntaxNode, text: string, problems: ProblemList): PropertyNode | null {
  const given = readValueNode(last, text, problems);
  if (given === null) return null;
  const range = { start: first.from, end: given.range.end };
  const value = given.kind === "call" && first.name === "Name" ? { ...given, range, name: nameNode(first, text) } : given;
  return { kind: "property", range, key: { text: "", range }, value, comma: null };
}

function missingValue(key: string, hasColon: boolean): string {
  return hasColon ? `\`${key}:\` needs a value after it.` : `\`${key}\` needs a value: write \`${key}: …\`.`;
}

/** The property, and those that an unclosed call in it took in. */
function withOverrun(property: PropertyNode): readonly PropertyNode[] {
  const overrun = property.value?.kind === "call" ? property.value.overrun : [];
  const given = overrun.flatMap(({ key, value, range }): PropertyNode[] => {
    return key === null ? [] : [{ kind: "property", range, key, value, comma: null }];
  });
  return [property, ...given];
}
