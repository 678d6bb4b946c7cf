import type { SyntaxNode } from "@lezer/common";
import type { NameNode, NumberNode } from "./tree.js";
import type { ProblemList } from "./problem-list.js";
import { nameNode, rangeOf } from "./nodes.js";

export function numberNode(node: SyntaxNode, text: string): NumberNode {
  return { kind: "number", range: rangeOf(node), value: Number(text.slice(node.from, node.to)) };
}

/** A number as other languages write it (`1e-4f`, `1_000`, `+1`, `0x1F`) is read as meant; `null` for what is no number at all. */
export function readMalformed(node: SyntaxNode, text: string, problems: ProblemList): NumberNode | null {
  const written = text.slice(node.from, node.to);
  const range = rangeOf(node);
  const meant = meantNumber(written);
  const shown = written.length > 30 ? "This" : `\`${written}\``;
  if (meant === null) {
    problems.syntax(range, `${shown} is not a number.`);
    return null;
  }
  problems.syntax(range, `${shown} is not how numbers are written here: write \`${meant}\`.`, [
    { title: `Write \`${meant}\``, edits: [{ range, newText: meant }] },
  ]);
  return { kind: "number", range, value: Number(meant) };
}

function meantNumber(written: string): string | null {
  if (/^[+-]?0[xX][\da-fA-F]+$/u.test(written)) return String(Number(written.replace(/^[+-]/u, "")) * (written.startsWith("-") ? -1 : 1));
  const plain = written
    .replace(/^\+/u, "")
    .replaceAll("_", "")
    .replace(/[fFdDlL]$/u, "");
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u.test(plain) ? plain : null;
}

/** Text in quotes; single ones are reported. */
export function readString(node: SyntaxNode, text: string, problems: ProblemList): string {
  const raw = text.slice(node.from, node.to);
  const quote = raw.startsWith("'") ? "'" : '"';
  const isClosed = raw.length > 1 && raw.endsWith(quote) && !/(?:^|[^\\])(?:\\\\)*\\$/u.test(raw.slice(0, -1));
  const body = raw.slice(1, isClosed ? -1 : undefined);
  if (!isClosed) {
    const end = node.from + raw.replace(/[\s,)\]}]+$/u, "").length;
    problems.endless(rangeOf(node), 1, `This text has no end: write a \`${quote}\` after it.`, [
      { title: `Insert \`${quote}\``, edits: [{ range: { start: end, end }, newText: quote }] },
    ]);
  } else if (quote === "'") {
    problems.syntax(rangeOf(node), "Text stands in double quotes.", [
      { title: "Write double quotes", edits: [{ range: rangeOf(node), newText: `"${body.replaceAll('"', '\\"')}"` }] },
    ]);
  }
  return body.replace(/\\(.)/gsu, "$1");
}

/** A name that may stand in quotes by mistake. */
export function readName(node: SyntaxNode, text: string, problems: ProblemList): NameNode {
  if (node.name !== "String") return nameNode(node, text);
  const range = rangeOf(node);
  const name = text.slice(node.from, node.to).replace(/^["']|["']$/gu, "");
  const fixes = /^[\p{L}_][\p{L}\d_-]*$/u.test(name) ? [{ title: "Remove the quotes", edits: [{ range, newText: name }] }] : [];
  problems.syntax(range, "Names stand without quotes.", fixes);
  return { text: name, range };
}
