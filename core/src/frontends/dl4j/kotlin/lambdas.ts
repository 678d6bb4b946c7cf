import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression } from "../program/expression.js";
import type { Region } from "../program/program.js";
import { Items } from "./items.js";
import { goingOf, readItem } from "./loops.js";
import type { Arguments } from "./operands.js";
import { partsOf } from "./parts.js";
import type { Context, Reading } from "./reading.js";
import { opaque, rangeOf, within } from "./reading.js";
import { readStatements, state } from "./statements.js";

/** Functions that run their block exactly once, on nothing of its own. */
const once = new Set(["use", "synchronized", "measureTimeMillis", "measureNanoTime", "runBlocking"]);

/** Functions that run their block for every item, on nothing of its own. */
const forEach =
  /^(forEach|forEachIndexed|onEach|map|mapIndexed|mapNotNull|flatMap|filter|fold|foldIndexed|reduce|zip|zipWithNext|associate|associateWith|associateBy|any|all|none|count|sumOf|takeWhile|repeat|Array|List|MutableList|IntArray)$/;

/** A block with what stands before its arrow taken. */
export interface OpenedLambda {
  readonly items: Items;
  readonly parameters: readonly SyntaxNode[];
}

/** Tokens that may stand among the parameters of a block. */
const amongParameters = new Set(["Name", ",", ":", "Parens", "Operator", "Member"]);

export function openLambda(lambda: SyntaxNode, reading: Reading): OpenedLambda {
  const items = new Items(lambda, reading.text, true);
  let length = 0;
  while (amongParameters.has(items.ahead(length)?.name ?? "")) length++;
  if (items.ahead(length)?.name !== "Arrow") return { items, parameters: [] };
  const parameters: SyntaxNode[] = [];
  let isName = true;
  for (let count = 0; count <= length; count++) {
    const node = items.take();
    if (node?.name === "Name" && isName) parameters.push(node);
    if (node?.name === "Parens") parameters.push(...node.getChildren("Name"));
    isName = node?.name === ",";
  }
  return { items, parameters };
}

/** Reads the block behind a call that is not one of Kotlin's own; its value is not known. */
export function readLambda(
  lambda: SyntaxNode,
  name: string,
  { args }: Pick<Arguments, "args">,
  context: Context,
  reading: Reading,
  on: Expression | null = null,
): Expression {
  const isRepeated = forEach.test(name);
  const isPlain = once.has(name) || isRepeated;
  // another function may run its block on an object of its own
  const receiver = isPlain || context.receiver === null ? context.receiver : `receiver@${lambda.from}`;
  const { items, parameters } = openLambda(lambda, reading);
  const [variable] = parameters;
  const place = variable ? rangeOf(variable) : { start: lambda.from, end: lambda.from };
  const parts = name === "forEach" && on ? partsOf(on, parameters, lambda.from, reading) : undefined;
  const going = parts?.going ?? goingOf(name, on, args, variable ? reading.span(variable) : "it", place);
  const region: Region = isRepeated
    ? { kind: "loop", range: rangeOf(lambda), ...going }
    : { kind: "branch", range: rangeOf(lambda), isLambda: true };
  const outer = once.has(name) ? { ...context, depth: context.depth + 1 } : within(context, region);
  const aliases = new Map([...context.aliases].filter(([one]) => one !== "it"));
  const inner = { ...outer, receiver, aliases, scope: rangeOf(lambda), isType: false };
  if (!variable && isRepeated) declareNamed("it", place, inner, reading);
  for (const parameter of parameters) declareParameter(parameter, inner, reading);
  parts?.begin(inner);
  if (name === "forEachIndexed" && on) readItem(on, parameters, inner, reading);
  state(readStatements(items, inner, reading), inner, reading);
  return opaque(rangeOf(lambda));
}

/** A block that stands alone, or that is handed over in parentheses. */
export function readUnknownLambda(lambda: SyntaxNode, context: Context, reading: Reading): Expression {
  return readLambda(lambda, "", { args: [] }, context, reading);
}

export function declareParameter(name: SyntaxNode, context: Context, reading: Reading, type = ""): void {
  declareNamed(reading.span(name), rangeOf(name), context, reading, type);
}

function declareNamed(name: string, nameRange: Range, { method, regions, scope }: Context, reading: Reading, type = ""): void {
  const plain = { initializer: null, isPrivate: false, isAnnotated: false };
  reading.declare({ name, nameRange, type, kind: "parameter", ...plain, scope, method, regions });
}
