import type { KindNode, NumberNode, ValueNode } from "../syntax/tree.js";

/** A kind's argument as a value: `add` as a word, `feedForwardToCnn(7, 7, 8)` as a call. */
export function asValue(node: KindNode | NumberNode): ValueNode {
  if (node.kind === "number") return node;
  if (node.args.length === 0) return { kind: "word", range: node.name.range, text: node.name.text, asJava: false };
  const args = node.args.map((argument) => ({ range: argument.range, key: null, value: asValue(argument) }));
  return { kind: "call", range: node.range, name: node.name, asJava: false, args, overrun: [] };
}
