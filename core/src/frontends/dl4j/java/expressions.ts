import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression, Invoke } from "../program/expression.js";
import { parseNumber, parseText } from "./literals.js";
import { splitSwallowed } from "../program/unclosed.js";

/** Nesting beyond this is not read (its value is unknown): generated or hostile text must not exhaust the stack. */
const deepest = 120;

/** What of `@lezer/java`'s tree is an expression. */
export function isExpression(node: SyntaxNode): boolean {
  return expressionNames.has(node.name);
}

const expressionNames = new Set(
  (
    "IntegerLiteral FloatingPointLiteral BooleanLiteral StringLiteral CharacterLiteral TextBlock null Identifier this super FieldAccess MethodInvocation " +
    "ObjectCreationExpression ArrayCreationExpression ArrayInitializer ParenthesizedExpression CastExpression UnaryExpression BinaryExpression " +
    "TernaryExpression AssignmentExpression UpdateExpression LambdaExpression InstanceofExpression ArrayAccess MethodReference ClassLiteral ScopedIdentifier"
  ).split(" "),
);

/** Reads an expression of the syntax tree. Never fails: what is damaged or unknown becomes opaque. */
export function toExpression(node: SyntaxNode, text: string, depth = 0): Expression {
  const range = rangeOf(node);
  if (depth > deepest) return { kind: "opaque", range };
  const inner = (child: SyntaxNode | null): Expression => (child ? toExpression(child, text, depth + 1) : { kind: "opaque", range });
  switch (node.name) {
    case "IntegerLiteral":
    case "FloatingPointLiteral":
      return { kind: "literal", range, ...parseNumber(text.slice(node.from, node.to)) };
    case "StringLiteral":
    case "TextBlock":
      return { kind: "literal", range, value: parseText(text.slice(node.from, node.to)), integer: false };
    case "CharacterLiteral":
      return { kind: "literal", range, value: parseText(text.slice(node.from, node.to)), integer: true, isCharacter: true };
    case "BooleanLiteral":
      return { kind: "literal", range, value: text.slice(node.from, node.to) === "true", integer: false };
    case "null":
      return { kind: "literal", range, value: null, integer: false };
    case "Identifier":
    case "this":
    case "super":
      return { kind: "name", range, name: text.slice(node.from, node.to) };
    case "MethodInvocation":
    case "FieldAccess":
    case "ObjectCreationExpression":
    case "ScopedIdentifier":
      return chain(node, text, depth);
    case "ArrayCreationExpression": {
      const items = node.getChild("ArrayInitializer");
      return items ? { kind: "list", range, items: operandsOf(items).map(inner) } : emptyArray(node, inner);
    }
    case "ArrayInitializer":
      return { kind: "list", range, items: operandsOf(node).map(inner) };
    case "ArrayAccess": {
      const [on, index] = operandsOf(node);
      return on && index ? { kind: "index", range, on: inner(on), index: inner(index) } : { kind: "opaque", range };
    }
    case "UpdateExpression": {
      const operator = operatorOf(node, text) === "--" ? "--" : "++";
      return {
        kind: "update",
        range,
        operator,
        isPrefix: node.firstChild?.name === "UpdateOp",
        operand: inner(operandsOf(node)[0] ?? null),
      };
    }
    case "AssignmentExpression": {
      const [target, value] = operandsOf(node);
      if (!target || !value) return { kind: "opaque", range };
      // nothing is assigned to a call: what stood between it and the `=` is lost
      if (target.name === "MethodInvocation") return inner(target);
      return { kind: "assign", range, operator: operatorOf(node, text), target: inner(target), value: inner(value) };
    }
    case "ParenthesizedExpression":
      return { ...inner(operandsOf(node)[0] ?? null), range };
    case "CastExpression": {
      const type = node.firstChild?.nextSibling;
      return { kind: "cast", range, type: type ? text.slice(type.from, type.to) : "", operand: inner(operandsOf(node).at(-1) ?? null) };
    }
    case "UnaryExpression":
      return { kind: "unary", range, operator: operatorOf(node, text), operand: inner(operandsOf(node)[0] ?? null) };
    case "BinaryExpression": {
      const [left, right] = operandsOf(node);
      if (!left) return { kind: "opaque", range };
      const [operator, first] = [operatorOf(node, text), inner(left)];
      if (isCutComment(operator, first)) return first;
      return right ? { kind: "binary", range, operator, left: first, right: inner(right) } : { kind: "opaque", range };
    }
    case "TernaryExpression": {
      const [condition, then, otherwise] = operandsOf(node);
      if (!condition || !then || !otherwise) return { kind: "opaque", range };
      return { kind: "conditional", range, condition: inner(condition), then: inner(then), otherwise: inner(otherwise) };
    }
    default:
      return { kind: "opaque", range };
  }
}

const comments = /\/\*[^]*?\*\/|\/\/.*/g;

function isComment({ name }: SyntaxNode): boolean {
  return name === "BlockComment" || name === "LineComment";
}

/** What an anonymous class is listed under. */
export function anonymousName(body: { readonly from: number }): string {
  return `class@${body.from}`;
}

export function rangeOf(node: { readonly from: number; readonly to: number }): Range {
  return { start: node.from, end: node.to };
}

/** The expressions among a node's children. */
export function operandsOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (isExpression(child)) found.push(child);
  return found;
}

/** Nothing is divided by a comment that has lost a slash or its end: `new DenseLayer.Builder().nOut(3) / the rest`. */
function isCutComment(operator: string, left: Expression): boolean {
  if (operator !== "/" && operator !== "*") return false;
  let base = left;
  while ((base.kind === "invoke" || base.kind === "select") && base.on) base = base.on;
  return base.kind === "construct" && /Builder$/.test(base.type);
}

/** `new int[4]` has four items; `new Layer[n]` as many as `n` says. */
function emptyArray(node: SyntaxNode, inner: (child: SyntaxNode) => Expression): Expression {
  const range = rangeOf(node);
  const size = node.getChild("Dimension");
  const length = size && operandsOf(size)[0];
  const read = length ? inner(length) : undefined;
  return read ? { kind: "array", range, length: read } : { kind: "opaque", range };
}

function operatorOf(node: SyntaxNode, text: string): string {
  for (let child = node.firstChild; child; child = child.nextSibling) if (/Op$/.test(child.name)) return text.slice(child.from, child.to);
  return "";
}

/** `new X(…).a(…).b(…)`: the tree nests to the left, one level per link, so it is read in a loop from the innermost out. */
function chain(top: SyntaxNode, text: string, depth: number): Expression {
  const levels: SyntaxNode[] = [];
  let base: SyntaxNode | null = top;
  while (base && isLink(base)) {
    levels.push(base);
    base = base.firstChild;
  }
  let read: Expression | null = base ? innermost(base, text, depth) : null;
  for (let level = levels.pop(); level; level = levels.pop()) {
    read = level.name === "MethodInvocation" ? invoke(level, read, text, depth) : select(level, read, text);
  }
  return read ?? { kind: "opaque", range: rangeOf(top) };
}

/** The innermost part of a chain. */
function innermost(base: SyntaxNode, text: string, depth: number): Expression | null {
  if (base.name === "MethodName") return null;
  if (base.name === "ObjectCreationExpression") return construct(base, text, depth);
  return isExpression(base) ? toExpression(base, text, depth + 1) : { kind: "opaque", range: rangeOf(base) };
}

/** True for nodes whose first child is the object that they say something about. A bare `x.` is an ObjectCreationExpression without `new`. */
function isLink(node: SyntaxNode): boolean {
  if (node.name === "ObjectCreationExpression") return node.firstChild !== null && node.firstChild.name !== "new";
  return node.name === "MethodInvocation" || node.name === "FieldAccess" || node.name === "ScopedIdentifier";
}

function select(node: SyntaxNode, on: Expression | null, text: string): Expression {
  const name = node.lastChild;
  if (!on) return { kind: "opaque", range: rangeOf(node) };
  if (name?.name !== "Identifier" || name.from === node.from) return on;
  return {
    kind: "select",
    range: { start: on.range.start, end: node.to },
    on,
    name: text.slice(name.from, name.to),
    nameRange: rangeOf(name),
  };
}

function construct(node: SyntaxNode, text: string, depth: number): Expression {
  let type = node.firstChild?.nextSibling;
  while (type && isComment(type)) type = type.nextSibling;
  if (!type || type.type.isError) return { kind: "opaque", range: rangeOf(node) };
  const body = node.getChild("ClassBody");
  const { args, argsRange, swallowed } = argumentsOf(node, text, depth);
  const typeRange = rangeOf(type);
  const made: Expression = {
    kind: "construct",
    range: { start: node.from, end: swallowed.length > 0 && argsRange ? argsRange.end : node.to },
    type: text.slice(type.from, type.to).replace(comments, ""),
    typeRange,
    args,
    argsRange,
    hasBody: body !== null,
    ...(body && { bodyName: anonymousName(body) }),
  };
  return attach(made, swallowed);
}

function invoke(node: SyntaxNode, on: Expression | null, text: string, depth: number): Expression {
  const name = node.getChild("MethodName");
  if (!name) return on ?? { kind: "opaque", range: rangeOf(node) };
  const { args, argsRange, swallowed } = argumentsOf(node, text, depth);
  const dot = node.getChild(".");
  const end = swallowed.length > 0 && argsRange ? argsRange.end : node.to;
  const made: Expression = {
    kind: "invoke",
    range: { start: on?.range.start ?? node.from, end },
    on,
    name: text.slice(name.from, name.to),
    nameRange: rangeOf(name),
    linkRange: { start: dot && on ? dot.from : name.from, end },
    args,
    argsRange: argsRange ?? { start: name.to, end: name.to },
  };
  return attach(made, swallowed);
}

/** `this(3, 4);` or `super(3);` as the first statement of a constructor. */
export function constructorCall(node: SyntaxNode, text: string): Expression | undefined {
  const [name, list] = [node.firstChild, node.getChild("ArgumentList")];
  if (!name || !list) return undefined;
  const args = operandsOf(list).map((one) => toExpression(one, text));
  const argsRange = { start: list.from + 1, end: Math.max(list.from + 1, list.to - 1) };
  const range = rangeOf(node);
  return {
    kind: "invoke",
    range,
    on: null,
    name: text.slice(name.from, name.to),
    nameRange: rangeOf(name),
    linkRange: range,
    args,
    argsRange,
  };
}

/** The arguments of a call. Links that a missing parenthesis let in are handed back. */
function argumentsOf(
  node: SyntaxNode,
  text: string,
  depth: number,
): { args: Expression[]; argsRange: Range | null; swallowed: readonly Invoke[] } {
  const list = node.getChild("ArgumentList");
  if (!list) return { args: [], argsRange: null, swallowed: [] };
  const args = operandsOf(list)
    .flatMap((one) => (isWithoutComma(one) ? operandsOf(one) : [one]))
    .map((one) => toExpression(one, text, depth + 1));
  const isClosed = list.lastChild?.name === ")";
  const last = args.at(-1);
  const split = last && splitSwallowed(last, isClosed, text);
  if (split) {
    args[args.length - 1] = split.argument;
    return { args, argsRange: { start: list.from + 1, end: split.argument.range.end }, swallowed: split.links };
  }
  return { args, argsRange: { start: list.from + 1, end: isClosed ? list.to - 1 : list.to }, swallowed: [] };
}

/** `f(a.build() "x")`: the parser takes the second argument for an index. */
function isWithoutComma(node: SyntaxNode): boolean {
  return node.name === "ArrayAccess" && node.getChild("[") === null;
}

function attach(to: Expression, links: readonly Invoke[]): Expression {
  return links.reduce<Expression>((on, link) => ({ ...link, on, range: { start: on.range.start, end: link.range.end } }), to);
}
