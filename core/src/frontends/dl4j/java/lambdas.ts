import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import type { Declaration, Method, Statement } from "../program/program.js";
import type { Context } from "./context.js";
import { within } from "./context.js";
import { isExpression, rangeOf, toExpression } from "./expressions.js";
import { parametersOf } from "./functions.js";
import { referred, type Iteration, type Reference } from "./iterations.js";
import type { JavaCollected } from "./java-collected.js";

/** What is said of a variable beside its name and place. */
export type Traits = Pick<Declaration, "type" | "kind" | "isPrivate" | "isOfObject" | "function"> & { readonly isAnnotated?: boolean };

/** How the rest of the text is read. */
export interface Reader extends JavaCollected {
  readonly text: string;
  declare(name: SyntaxNode, context: Context, traits: Traits): void;
  say(node: SyntaxNode, context: Context, how: Pick<Statement, "target" | "isReturn">): void;
  visit(node: SyntaxNode, context: Context): void;
}

const parameter: Traits = { type: "", kind: "parameter", isPrivate: false };

/** A lambda that is a method under the name of its variable. */
export function readFunction(lambda: SyntaxNode, name: SyntaxNode, method: Method, context: Context, traits: Traits, reader: Reader): void {
  reader.declare(name, context, { ...traits, function: method });
  reader.methods.push(method);
  const inner = { ...context, method, regions: [], scope: rangeOf(lambda) };
  for (const one of parametersOf(lambda)) reader.declare(one, inner, parameter);
  const body = lambda.lastChild;
  if (body && isExpression(body)) reader.say(body, inner, { target: null, isReturn: true });
  else if (body) reader.visit(body, inner);
}

/** `list::layer`, handed to code that calls it as often as it likes. */
export function readReference(reference: Reference, context: Context, reader: Reader): void {
  const range = { start: reference.on.from, end: reference.name.to };
  const perhaps = within(context, { kind: "branch", range, isLambda: true });
  reader.state(referred(reference, { kind: "opaque", range }, reader.text), perhaps);
}

/** A loop that is written as calls: each lambda's parameter gets what the one before has made of the item. */
export function readIteration({ over, maps, action }: Iteration, node: SyntaxNode, context: Context, reader: Reader): void {
  const steps = "on" in action ? maps : [...maps, action];
  const first = steps[0]?.parameter;
  const place = first ? rangeOf(first) : { start: node.to - 1, end: node.to - 1 };
  const name = first ? reader.text.slice(first.from, first.to) : `item@${node.from}`;
  const going =
    "each" in over ? { course: { kind: "each" as const, variable: place, of: over.each } } : { count: { variable: name, ...over.count } };
  const loop = within({ ...context, scope: rangeOf(node) }, { kind: "loop", range: rangeOf(node), ...going });
  let item: Expression = { kind: "name", range: place, name };
  if (!first) reader.declareItem(name, place, loop);
  steps.forEach(({ parameter: own, body }, index) => {
    const inside = { ...loop, scope: { start: own.from, end: body.to } };
    const range = rangeOf(own);
    reader.declareItem(reader.text.slice(own.from, own.to), range, inside, index === 0 ? null : { ...item, range });
    if (index > 0) reader.state({ ...item, range }, inside, reader.text.slice(own.from, own.to));
    if (index >= maps.length) reader.visit(body, inside);
    else item = keep(body, inside, loop, reader);
  });
  if ("on" in action) reader.state(referred(action, item, reader.text), loop);
}

/** What a step gives is in a variable that no text names. */
function keep(body: SyntaxNode, inside: Context, loop: Context, reader: Reader): Expression {
  const [name, range] = [`item@${body.from}`, { start: body.to, end: body.to }];
  reader.declareItem(name, range, loop, toExpression(body, reader.text));
  reader.say(body, inside, { target: name, isReturn: false });
  return { kind: "name", range, name };
}
