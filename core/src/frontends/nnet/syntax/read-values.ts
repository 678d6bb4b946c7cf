import type { SyntaxNode } from "@lezer/common";
import type { ArgumentNode, KindNode, NumberNode, ValueNode } from "./tree.js";
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
    problems.syntax({ start: node.from, end: node.from + 1 }, 'This text has no end: write a `"` after it.');
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
  expectClosing(node, ")", name.text, text, problems);
  return { kind: "call", range: writtenRange(node, ")", text), name, args };
}

function readArgument(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ArgumentNode | null {
  const parts = childrenOf(node).filter((child) => !child.type.isError && !child.type.isSkipped);
  const colon = parts.findIndex((part) => part.name === ":");
  const key = colon > 0 ? parts[0] : undefined;
  const valuePart = parts[colon + 1];
  if (valuePart === undefined || !isValue(valuePart)) {
    if (key !== undefined) problems.syntax(rangeOf(key), `\`${text.slice(key.from, key.to)}:\` needs a value after it.`);
    return null;
  }
  const value = readValueNode(valuePart, text, problems, depth + 1);
  if (value === null) return null;
  const start = (key ?? valuePart).from;
  return { range: { start, end: value.range.end }, key: key === undefined ? null : nameNode(key, text), value };
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
  if (node.lastChild?.name === bracket) return;
  const end = lastBefore(text, node.to);
  const message =
    bracket === ")" ? `The parentheses of \`${what}(\` are not closed: write \`)\` here.` : "This list is not closed: write `]` here.";
  problems.syntax({ start: end - 1, end }, message, [
    { title: `Insert \`${bracket}\``, edits: [{ range: { start: end, end }, newText: bracket }] },
  ]);
}

/** Without the spaces that an unclosed bracket takes in. */
function writtenRange(node: SyntaxNode, bracket: string, text: string): { start: number; end: number } {
  return { start: node.from, end: node.lastChild?.name === bracket ? node.to : Math.max(node.from + 1, lastBefore(text, node.to)) };
}
