import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression } from "../program/expression.js";
import type { CallText } from "./calls.js";
import { emptyCollection } from "./collections.js";
import { declareParameter, openLambda } from "./lambdas.js";
import { readArguments } from "./operands.js";
import type { Context, Reading } from "./reading.js";
import { opaque, rangeOf } from "./reading.js";
import { readStatements, state } from "./statements.js";

/** True for the functions that run a block once: `x.apply { }`, `x.also { }`, `x.let { }`, `x.run { }`, `run { }`, `with(x) { }`, `lazy { }`. */
export function isBlockFunction(name: string, { on, list }: CallText, { receiver }: Context): boolean {
  if (onObject.test(name)) return on !== null || receiver !== null || name === "run";
  return on === null && (name === "with" ? list !== null : /^(lazy|buildList|buildMap)$/.test(name));
}

const onObject = /^(apply|also|let|run)$/;

/** What is left of `apply`, `list` and `graphBuilder` where a piece of the text is missing, or not typed yet: `lis`, `ply`, `weightInpply`. */
const fragment = /(^|[a-z])(pply|ply|ly)$|^(ap{1,2}l?|l|li|lis|g|gr|gra|grap|graph|graphB\w*)$/;
/** Calls that only the builder of a network's layers has. */
const ofLayers = /^(layer|addLayer|addInputs|addVertex|setOutputs|setInputTypes?)$/;

/** True for a block behind the rest of a name, in which layers are added: it is one on the builder before it. */
export function isDamagedBlock(name: string, { on }: CallText, lambda: SyntaxNode, { receiver }: Context, reading: Reading): boolean {
  if ((on === null && receiver === null) || !fragment.test(name) || reading.functions.has(name)) return false;
  return lambda.getChildren("Call").some((call) => ofLayers.test(reading.span(bareName(call))));
}

/** The name that a chain of calls begins with, where that is a call by itself. */
function bareName(call: SyntaxNode): SyntaxNode | null {
  let at = call;
  while (at.firstChild && at.firstChild.name !== "Name") at = at.firstChild;
  return at.name === "Call" ? at.firstChild : null;
}

/** The functions that give the object as it is behind the block; the others give the block's last value. */
const givesObject = new Set(["apply", "also", "buildList", "buildMap"]);

/**
 * Reads a block on an object. The object becomes a variable that no text names, unless it is one already; all that the block
 * calls is called on that variable.
 */
export function readBlockOn(name: string, call: CallText, lambda: SyntaxNode, context: Context, reading: Reading): Expression {
  const subject = subjectOf(name, call, context, reading);
  const range = { start: call.on && subject ? subject.range.start : call.name.from, end: call.end };
  const { items, parameters } = openLambda(lambda, reading);
  const plain = { ...context, scope: rangeOf(lambda), isType: false, depth: context.depth + 1 };
  if (!subject) return placed(readStatements(items, plain, reading), range, reading);
  const variable = receive(subject, lambda, context, reading);
  const isNamed = name === "also" || name === "let";
  const aliases = new Map(context.aliases);
  if (!isNamed) aliases.set("this", variable).set(`this@${name}`, variable);
  const [parameter, ...others] = parameters;
  if (isNamed) aliases.set(parameter ? reading.span(parameter) : "it", variable);
  const inner = { ...plain, aliases, receiver: isNamed ? context.receiver : variable };
  for (const other of others) declareParameter(other, inner, reading);
  const value = readStatements(items, inner, reading);
  if (!givesObject.has(name)) return placed(value, range, reading);
  state(value, inner, reading);
  return { kind: "name", range, name: variable };
}

/** True for `x.apply(f)`, `x.let(f)` and their like: a function that is handed over in place of a block. */
export function handsOn(name: string, { on, lambda, list }: CallText): boolean {
  return on !== null && lambda === null && onObject.test(name) && list?.getChildren("Argument").length === 1;
}

/** `x.apply(f)` runs `f(x)`, which is followed where `f` is a function of this file, and may do anything with it where it is not. */
export function readHandedOn(name: string, call: CallText, context: Context, reading: Reading): Expression {
  const { on, list, name: node, end } = call;
  const [argument] = list ? readArguments(list, context, reading).args : [];
  if (!on || !list || !argument) return opaque(rangeOf(node));
  const variable = receive(on, list, context, reading);
  const range = { start: on.range.start, end };
  const subject: Expression = { kind: "name", range, name: variable };
  const nameRange = argument.range;
  const called = argument.kind === "name" ? argument.name : `function@${nameRange.start}`;
  const run: Expression = {
    ...{ kind: "invoke", range, on: null, name: called, nameRange, linkRange: range },
    ...{ args: [subject], argsRange: { start: nameRange.end, end: nameRange.end } },
  };
  if (!givesObject.has(name)) return run;
  reading.state(run, context);
  return subject;
}

function subjectOf(name: string, { on, list, name: node }: CallText, context: Context, reading: Reading): Expression | null {
  if (on) return on;
  const { receiver } = context;
  if (onObject.test(name) && receiver !== null) return { kind: "name", range: { start: node.from, end: node.from }, name: receiver };
  if (name === "with" && list) return readArguments(list, context, reading).args[0] ?? null;
  return name.startsWith("build") ? emptyCollection(name === "buildMap" ? "HashMap" : "ArrayList", rangeOf(node)) : null;
}

/** The variable that an object is kept in while a block runs on it. */
function receive(subject: Expression, { from }: SyntaxNode, context: Context, reading: Reading): string {
  if (subject.kind === "name") return subject.name;
  const name = `receiver@${from}`;
  const { method, regions } = context;
  reading.declare({
    name,
    nameRange: { start: from, end: from },
    type: "",
    kind: "receiver",
    initializer: subject,
    scope: { start: 0, end: reading.text.length },
    isPrivate: false,
    isAnnotated: false,
    method,
    regions,
  });
  reading.state(subject, context, { target: name });
  return name;
}

function placed(value: Expression | null, range: Range, reading: Reading): Expression {
  return value ? reading.placed(value, range) : opaque(range);
}
