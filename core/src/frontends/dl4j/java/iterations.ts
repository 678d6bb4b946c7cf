import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression } from "../program/expression.js";
import type { Region } from "../program/program.js";
import { operandsOf, rangeOf, toExpression } from "./expressions.js";

/** A lambda of one parameter. */
interface OneParameter {
  readonly parameter: SyntaxNode;
  readonly body: SyntaxNode;
}

/** `IntStream.range(0, n).mapToObj(i -> …).forEach(list::layer)`: a loop that is written as calls. */
export interface Iteration {
  /** What is gone over; a counter has the name of the first parameter. */
  readonly over: { readonly count: Omit<NonNullable<Region["count"]>, "variable"> } | { readonly each: Expression };
  /** What becomes of each item, one after the other. */
  readonly maps: readonly OneParameter[];
  /** What is done with it. */
  readonly action: OneParameter | Reference;
}

/** `list::layer`. */
export interface Reference {
  readonly on: SyntaxNode;
  readonly name: SyntaxNode;
}

/** Reads a statement that is such a loop; `undefined` for any other, and for streams that leave out or arrange anew. */
export function iterationOf(node: SyntaxNode, text: string): Iteration | undefined {
  const call = callOf(node, text);
  if (!call?.on || !/^forEach(Ordered)?$/.test(call.name)) return undefined;
  const action = actionOf(call.args[0]);
  const maps: OneParameter[] = [];
  let source: SyntaxNode = call.on;
  for (let link = callOf(source, text); link?.on; link = callOf(source, text)) {
    if (!passing.test(link.name)) break;
    const lambda = mapping.test(link.name) ? lambdaOf(link.args[0]) : undefined;
    if (mapping.test(link.name) && !lambda) return undefined;
    if (lambda) maps.unshift(lambda);
    if (isClass(link.on, text)) break;
    source = link.on;
  }
  const over = sourceOf(source, text);
  return action && over ? { over, maps, action } : undefined;
}

const mapping = /^(map|mapToObj)$/;
/** Links between the source and the last call that leave the items and their order as they are. */
const passing = /^(map|mapToObj|boxed|stream|sequential)$/;

interface CallNode {
  readonly on: SyntaxNode | null;
  readonly name: string;
  readonly args: readonly SyntaxNode[];
}

function callOf(node: SyntaxNode, text: string): CallNode | undefined {
  const name = node.name === "MethodInvocation" ? node.getChild("MethodName") : null;
  const list = node.getChild("ArgumentList");
  if (!name || !list) return undefined;
  const on = node.firstChild;
  return { on: on && on.name !== "MethodName" ? on : null, name: text.slice(name.from, name.to), args: operandsOf(list) };
}

function isClass(node: SyntaxNode, text: string): boolean {
  return node.name === "Identifier" && /^[A-Z]/.test(text.slice(node.from, node.to));
}

function sourceOf(node: SyntaxNode, text: string): Iteration["over"] | undefined {
  const call = callOf(node, text);
  const owner = call?.on && isClass(call.on, text) ? text.slice(call.on.from, call.on.to) : "";
  const args = (call?.args ?? []).map((one) => toExpression(one, text));
  const [first, second] = args;
  if (owner === "IntStream" && first && second && /^range(Closed)?$/.test(call?.name ?? ""))
    return { count: { from: first, to: second, inclusive: call?.name === "rangeClosed" } };
  if (/^(Int|Double)?Stream$/.test(owner) && call?.name === "of") return { each: { kind: "list", range: rangeOf(node), items: args } };
  if (owner === "Arrays" && call?.name === "stream" && first && !second) return { each: first };
  if (/Stream$/.test(owner)) return undefined;
  return { each: toExpression(node, text) };
}

function lambdaOf(node: SyntaxNode | undefined): OneParameter | undefined {
  if (node?.name !== "LambdaExpression") return undefined;
  const parameter = node.getChild("Definition") ?? onlyIn(node.getChild("InferredParameters")) ?? onlyIn(node.getChild("FormalParameters"));
  const body = node.lastChild;
  return parameter && body && body.from > parameter.to && !leavesEarly(body) ? { parameter, body } : undefined;
}

function onlyIn(parameters: SyntaxNode | null): SyntaxNode | undefined {
  const found: SyntaxNode[] = [];
  parameters?.cursor().iterate((node) => {
    if (node.name === "Definition") found.push(node.node);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** A `return` in it ends one round. */
function leavesEarly(body: SyntaxNode): boolean {
  let found = false;
  body.cursor().iterate((node) => {
    if (node.name === "ReturnStatement") found = true;
  });
  return found;
}

function actionOf(node: SyntaxNode | undefined): OneParameter | Reference | undefined {
  return lambdaOf(node) ?? referenceOf(node);
}

/** `list::layer`, on something that is no class. */
export function referenceOf(node: SyntaxNode | undefined): Reference | undefined {
  const [on, name] = node?.name === "MethodReference" ? [node.firstChild, node.lastChild] : [null, null];
  return on && name?.name === "Identifier" && on !== name ? { on, name } : undefined;
}

/** `list.layer(item)` for a reference. */
export function referred({ on, name }: Reference, item: Expression, text: string): Expression {
  const range: Range = { start: on.from, end: name.to };
  return {
    ...{ kind: "invoke", range, on: toExpression(on, text), name: text.slice(name.from, name.to), nameRange: rangeOf(name) },
    ...{ linkRange: { start: on.to, end: name.to }, args: [item], argsRange: { start: name.to, end: name.to } },
  };
}
