import type { SyntaxNode } from "@lezer/common";
import type { ArgumentNode, KindNode, NameNode, NumberNode, ValueNode } from "./tree.js";
import type { ProblemList } from "./problem-list.js";
import { childrenOf, lastBefore, nameNode, rangeOf } from "./nodes.js";

/** Deeper than any value of the language, and far from the end of the call stack. */
const deepestValue = 32;

const valueTypes = new Set(["Number", "String", "Boolean", "Name", "List", "Call"]);

export function isValue(node: SyntaxNode): boolean {
  return valueTypes.has(node.name);
}

/** A value of the grammar; `null` when it is nested too deeply. */
export function readValueNode(node: SyntaxNode, text: string, problems: ProblemList, depth = 0): ValueNode | null {
  const range = rangeOf(node);
  switch (node.name) {
    case "Number":
      return numberNode(node, text);
    case "String":
      return { kind: "string", range, value: readString(node, text, problems) };
    case "Boolean":
      return { kind: "boolean", range, value: text.slice(node.from, node.to) === "true" };
    case "Name":
      return { kind: "word", range, text: text.slice(node.from, node.to) };
  }
  if (depth >= deepestValue) {
    problems.syntax({ start: node.from, end: node.from + 1 }, "This is nested too deeply. No value of the language has so many brackets.");
    return null;
  }
  return node.name === "List" ? readList(node, text, problems, depth) : readCall(node, text, problems, depth);
}

export function numberNode(node: SyntaxNode, text: string): NumberNode {
  return { kind: "number", range: rangeOf(node), value: Number(text.slice(node.from, node.to)) };
}

function readString(node: SyntaxNode, text: string, problems: ProblemList): string {
  const raw = text.slice(node.from, node.to);
  const body = raw.match(/^"((?:[^"\\]|\\.)*)"$/su)?.[1];
  if (body === undefined) {
    const end = node.from + raw.replace(/[\s,)\]}]+$/u, "").length;
    problems.endless(rangeOf(node), 1, 'This text has no end: write a `"` after it.', [
      { title: 'Insert `"`', edits: [{ range: { start: end, end }, newText: '"' }] },
    ]);
  }
  return (body ?? raw.slice(1)).replace(/\\(.)/gsu, "$1");
}

function readList(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ValueNode {
  const items: ValueNode[] = [];
  for (const child of childrenOf(node)) {
    const item = isValue(child) ? readValueNode(child, text, problems, depth + 1) : null;
    if (item !== null) items.push(item);
  }
  expectClosing(node, "]", "list", text, problems);
  return { kind: "list", range: writtenRange(node, "]", text), items };
}

function readCall(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ValueNode {
  const name = nameNode(node.getChild("Name") ?? node, text);
  const args: ArgumentNode[] = [];
  for (const child of node.getChildren("Argument")) {
    const argument = readArgument(child, text, problems, depth);
    if (argument !== null) args.push(argument);
  }
  if (node.lastChild?.name === ")") return { kind: "call", range: rangeOf(node), name, args, overrun: [] };
  return unclosedCall(node, name, args, text, problems);
}

/** A call that is not closed takes in the properties of the lines below it when a comma comes before them. */
function unclosedCall(node: SyntaxNode, name: NameNode, all: readonly ArgumentNode[], text: string, problems: ProblemList): ValueNode {
  const below = all.findIndex(({ key, range }) => key !== null && text.slice(node.from, range.start).includes("\n"));
  const args = below < 0 ? all : all.slice(0, below);
  const overrun = below < 0 ? [] : all.slice(below);
  const end = overrun.length === 0 ? Math.max(name.range.end, lastBefore(text, node.to)) : (args.at(-1)?.range.end ?? name.range.end + 1);
  reportUnclosedBracket(end, ")", name.text, problems);
  return { kind: "call", range: { start: node.from, end }, name, args, overrun };
}

function readArgument(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ArgumentNode | null {
  const parts = childrenOf(node).filter((child) => !child.type.isError && !child.type.isSkipped);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const key = first === last && first.name !== "Key" ? undefined : first;
  if (last === key || !isValue(last)) {
    problems.syntax(rangeOf(first), `\`${text.slice(first.from, first.to)}:\` needs a value after it.`);
    return null;
  }
  if (key?.name === "Name") reportMissingColon(key, last, text, problems);
  const value = readValueNode(last, text, problems, depth + 1);
  if (value === null) return null;
  return { range: { start: first.from, end: value.range.end }, key: key === undefined ? null : nameNode(key, text), value };
}

/** `key = value` and `key value`. */
export function reportMissingColon(key: SyntaxNode, value: SyntaxNode, text: string, problems: ProblemList): void {
  const between = text.slice(key.to, value.from);
  const range = between.includes("=") ? rangeOf(key.nextSibling ?? key) : rangeOf(key);
  const written = text.slice(value.from, value.to);
  const shown = written.length > 40 ? "…" : written;
  problems.syntax(range, `Write a \`:\` between name and value: \`${text.slice(key.from, key.to)}: ${shown}\`.`, [
    { title: "Write `:`", edits: [{ range: { start: key.to, end: value.from }, newText: ": " }] },
  ]);
}

/** `dense`, `bidirectional(lstm)`, `subset(1, 4)`; `null` when the kind is missing. */
export function readKind(node: SyntaxNode, text: string, problems: ProblemList, depth = 0): KindNode | null {
  const nameChild = node.getChild("Name") ?? (node.name === "InputWord" ? node : null);
  if (nameChild === null || depth >= deepestValue) return null;
  const name = nameNode(nameChild, text);
  const args: (KindNode | NumberNode)[] = [];
  const list = node.getChild("KindArguments");
  for (const child of list === null ? [] : childrenOf(list)) {
    if (child.name === "Number") args.push(numberNode(child, text));
    const inner = child.name === "Kind" || child.name === "InputWord" ? readKind(child, text, problems, depth + 1) : null;
    if (inner !== null) args.push(inner);
  }
  if (list !== null) expectClosing(list, ")", name.text, text, problems);
  return { kind: "kind", range: { start: node.from, end: list === null ? name.range.end : writtenRange(list, ")", text).end }, name, args };
}

function expectClosing(node: SyntaxNode, bracket: ")" | "]", what: string, text: string, problems: ProblemList): void {
  if (node.lastChild?.name !== bracket) reportUnclosedBracket(lastBefore(text, node.to), bracket, what, problems);
}

function reportUnclosedBracket(end: number, bracket: ")" | "]", what: string, problems: ProblemList): void {
  const message =
    bracket === ")" ? `The parentheses of \`${what}(\` are not closed: write \`)\` here.` : "This list is not closed: write `]` here.";
  problems.unclosed({ start: end - 1, end }, message, [
    { title: `Insert \`${bracket}\``, edits: [{ range: { start: end, end }, newText: bracket }] },
  ]);
}

/** Without the spaces that an unclosed bracket takes in. */
function writtenRange(node: SyntaxNode, bracket: string, text: string): { start: number; end: number } {
  return { start: node.from, end: node.lastChild?.name === bracket ? node.to : Math.max(node.from + 1, lastBefore(text, node.to)) };
}
