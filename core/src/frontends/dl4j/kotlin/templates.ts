import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import { parseText } from "./literals.js";
import type { Context, Reading } from "./reading.js";
import { opaque, rangeOf } from "./reading.js";

/** `$name`, `${name}`, `${name + 1}`: what layers in loops are named by. */
const template = /\$(?:([A-Za-z_]\w*)|\{\s*([A-Za-z_]\w*)\s*(?:([+\-*])\s*(\d+)\s*)?\})/g;

/** A text or character. With simple templates it is a sum of texts; with any other its value is not known. */
export function readText(node: SyntaxNode, { aliases }: Context, reading: Reading): Expression {
  const range = rangeOf(node);
  const text = reading.span(node);
  const value = parseText(text);
  if (value !== undefined) return { kind: "literal", range, value, integer: false };
  if (text.startsWith('"""') || text.includes("\\")) return opaque(range);
  const parts: Expression[] = [];
  let at = 1;
  for (const match of text.matchAll(template)) {
    const [whole, plain, braced, operator, number] = match;
    const place = { start: node.from + match.index, end: node.from + match.index + whole.length };
    parts.push(literal(text.slice(at, match.index), { start: node.from + at, end: place.start }));
    const written = plain ?? braced ?? "";
    const name: Expression = { kind: "name", range: place, name: aliases.get(written) ?? written };
    const right = number === undefined ? undefined : { ...literal(Number(number), { start: place.end, end: place.end }), integer: true };
    parts.push(operator && right ? { kind: "binary", range: place, operator, left: name, right } : name);
    at = match.index + whole.length;
  }
  const rest = text.slice(at, -1);
  if (/\$[A-Za-z_{]/.test(rest) || parts.some((part) => part.kind === "literal" && /\$[A-Za-z_{]/.test(String(part.value))))
    return opaque(range);
  parts.push(literal(rest, { start: node.from + at, end: node.to }));
  return parts.reduce<Expression>(
    (left, right) => ({ kind: "binary", range: { start: range.start, end: right.range.end }, operator: "+", left, right }),
    literal("", { start: range.start, end: range.start }),
  );
}

function literal(value: string | number, range: Expression["range"]): Expression & { kind: "literal" } {
  return { kind: "literal", range, value, integer: false };
}
