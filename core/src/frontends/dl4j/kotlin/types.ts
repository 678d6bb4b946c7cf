import type { SyntaxNode } from "@lezer/common";
import type { Items } from "./items.js";
import type { Reading } from "./reading.js";

/** A type as written, and the block that the grammar has put behind its last name: `fun f(): Foo { … }`. */
export interface TakenType {
  readonly text: string;
  readonly body: SyntaxNode | undefined;
}

/** Takes a type: everything up to `=`, `by`, a block, or the end of the line. */
export function takeType(items: Items, reading: Reading): TakenType {
  const start = items.next?.from ?? 0;
  let end = start;
  for (let isFirst = true; items.next; isFirst = false) {
    const { next } = items;
    if (next.name === "Assign" || next.name === "Block" || next.name === "Head" || next.name === ";" || next.name === ",") break;
    if (!isFirst && (items.isOnNewLine || items.textOf(next) === "by")) break;
    items.take();
    const body = bodyBehind(next);
    if (body) return { text: reading.text.slice(start, body.from).trim(), body };
    end = next.to;
    // the comma of `Map<Int, Double>`
    if (items.textOf(next) === "<") end = takeTypeArguments(items) ?? end;
  }
  return { text: reading.text.slice(start, end), body: undefined };
}

function takeTypeArguments(items: Items): number | undefined {
  let depth = 1;
  let end: number | undefined;
  while (items.next && depth > 0) {
    const { next } = items;
    const text = items.textOf(next);
    if (next.name === "Assign" || next.name === "Block") break;
    if (text === "<") depth++;
    if (text === ">") depth--;
    end = next.to;
    items.take();
  }
  return end;
}

/** The block behind a name: a call to the grammar, a body to who knows that a type or a header stands here. */
export function bodyBehind(node: SyntaxNode): SyntaxNode | undefined {
  return node.name === "Call" ? (node.getChild("Lambda") ?? undefined) : undefined;
}

const primitives: ReadonlyMap<string, string> = new Map([
  ["Int", "int"],
  ["Long", "long"],
  ["Short", "short"],
  ["Byte", "byte"],
  ["Double", "double"],
  ["Float", "float"],
  ["Boolean", "boolean"],
]);

/** A type as Java spells it. */
export function primitive(type: string): string {
  const plain = type.replace(/\?$/, "").trim();
  return primitives.get(plain) ?? plain;
}
