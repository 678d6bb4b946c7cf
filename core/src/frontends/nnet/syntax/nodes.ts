import type { SyntaxNode } from "@lezer/common";
import type { NameNode } from "./tree.js";
import type { Range } from "../../../model/range.js";

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

export function rangeOf(node: SyntaxNode): Range {
  return { start: node.from, end: node.to };
}

export function nameNode(node: SyntaxNode, text: string): NameNode {
  return { text: text.slice(node.from, node.to), range: rangeOf(node) };
}

/** The end of the last character before `offset` that is not a space. */
export function lastBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/u.test(text[end - 1] ?? "")) end--;
  return end;
}
