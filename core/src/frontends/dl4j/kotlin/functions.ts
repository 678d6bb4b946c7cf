import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import type { Method } from "../program/program.js";
import { isOperand, readExpression } from "./expressions.js";
import { Items } from "./items.js";
import { declareParameter, openLambda } from "./lambdas.js";
import type { Context, Reading } from "./reading.js";
import { rangeOf } from "./reading.js";
import { readStatements, state } from "./statements.js";
import { bodyBehind, primitive, takeType } from "./types.js";

/** The name, parameters and, when it stands on the same line, the body of a function: one call to the grammar. */
interface Header {
  readonly name: SyntaxNode | null;
  readonly parameters: readonly SyntaxNode[];
  readonly body: SyntaxNode | undefined;
  /** `fun Builder.name()`: called on an object of that class. */
  readonly isExtension: boolean;
}

function headerOf(node: SyntaxNode): Header {
  if (node.name === "Parens") return { name: null, parameters: [node], body: undefined, isExtension: false };
  const body = bodyBehind(node);
  const call = body && node.firstChild?.name === "Call" ? node.firstChild : node;
  const callee = call.firstChild;
  const isExtension = callee?.name === "Member";
  const name = isExtension ? callee.getChild("Property") : callee;
  return { name, parameters: call.getChild("ArgumentList")?.getChildren("Argument") ?? [], body, isExtension };
}

/** `fun name(a: Int = 3): Type { … }`, `fun name() = …`, `fun Receiver.name() …` */
export function readFunction(items: Items, context: Context, reading: Reading): void {
  const word = items.take();
  while (items.next && items.next.name !== "Call" && items.next.name !== "Parens" && !items.isOnNewLine) {
    if (isOperand(items.next) && items.ahead(1) === undefined) break;
    items.take(); // type parameters
  }
  const header = items.take();
  if (word && header) readParts(headerOf(header), word.from, items, context, reading);
}

/** `init { … }`, `constructor(a: Int) : this(a, 1) { … }`, `get() = …`: members that the grammar takes for calls. */
export function readMember(items: Items, context: Context, reading: Reading): void {
  const node = items.take();
  if (node) readParts(headerOf(node), node.from, items, context, reading);
}

function readParts(header: Header, start: number, items: Items, context: Context, reading: Reading): void {
  const name = reading.span(header.name);
  // the end is known only when the body has been read
  const range = { start, end: context.scope.end };
  const parameters = header.parameters.map((node) => parameterOf(node, reading)).filter((one) => one !== undefined);
  const plain = { regions: [], aliases: new Map<string, string>(), scope: range, isType: false, depth: context.depth + 1 };
  const around: Context = { ...context, ...plain, receiver: header.isExtension ? "this" : null };
  const method = name === "init" ? null : entered(name, header, parameters, around, reading);
  const inner = { ...around, method };
  const type = header.body || !items.takeIf(":") ? undefined : takeType(items, reading);
  // `constructor(a: Int) : this(a, 1)` has another constructor in the place of a type
  if (method && type && method.isConstructor !== true) method.returnType = type.text;
  const body = header.body ?? type?.body ?? (items.next?.name === "Block" ? items.take() : undefined);
  if (body) state(readStatements(new Items(body, reading.text, true), inner, reading), inner, reading);
  else if (items.takeIf("Assign")) {
    const value = readExpression(items, inner, reading);
    if (value) reading.state(value, inner, { isReturn: true });
  } else if (method && method.isConstructor !== true) method.isAbstract = true;
  range.end = body?.to ?? items.endOfTaken(start);
}

type OpenMethod = { -readonly [Key in keyof Method]: Method[Key] };

/** Declares a function and its parameters. */
function entered(name: string, { isExtension }: Header, parameters: readonly Parameter[], context: Context, reading: Reading): OpenMethod {
  // a function in another one sees its variables
  const outer = context.method;
  const isConstructor = name === "constructor" && context.owner !== undefined;
  const method: OpenMethod = {
    name,
    parameters: parameters.map((one) => reading.span(one.name)),
    range: context.scope,
    isStatic: context.isShared && !isConstructor,
    ...(context.owner !== undefined && { owner: context.owner }),
    ...(isConstructor && { isConstructor }),
    ...(isExtension && { isExtension }),
    ...(outer && { enclosing: outer }),
    ...(parameters.at(-1)?.isVararg === true && { isVarargs: true }),
  };
  reading.methods.push(method);
  method.defaults = declareParameters(parameters, { ...context, method }, reading);
  return method;
}

export interface Parameter {
  readonly name: SyntaxNode;
  readonly type: string;
  readonly isVararg: boolean;
  /** `val` or `var`: it is a property of the class, too. */
  readonly isProperty: boolean;
  /** What follows the type. */
  readonly items: Items;
}

/** `private val rate: Double = 0.1`: the name before the colon. */
export function parameterOf(argument: SyntaxNode, reading: Reading): Parameter | undefined {
  const items = new Items(argument, reading.text, false);
  const before: string[] = [];
  let name: SyntaxNode | undefined;
  while (items.next && items.next.name !== ":") {
    name = items.take();
    before.push(reading.span(name));
  }
  if (name?.name !== "Name" || !items.takeIf(":")) return undefined;
  const isProperty = before.includes("val") || before.includes("var");
  return { name, type: primitive(takeType(items, reading).text), isVararg: before.includes("vararg"), isProperty, items };
}

/** Declares parameters; gives what they are where no argument is given. */
export function declareParameters(parameters: readonly Parameter[], context: Context, reading: Reading): readonly (Expression | null)[] {
  return parameters.map(({ name, type, items }) => {
    declareParameter(name, context, reading, type);
    return items.takeIf("Assign") ? readExpression(items, context, reading) : null;
  });
}

/** The names of all functions of a file, for calls that stand before them; true for those that are called on an object. */
export function functionNames(top: SyntaxNode, text: string): Map<string, boolean> {
  const names = new Map<string, boolean>();
  top.cursor().iterate((node) => {
    if (node.name !== "fun") return;
    for (let next = node.node.nextSibling; next; next = next.nextSibling) {
      if (next.name !== "Call") continue;
      const { name, isExtension } = headerOf(next);
      if (name) names.set(text.slice(name.from, name.to), isExtension);
      break;
    }
  });
  return names;
}

/** True for a lambda that its variable holds for nothing but to be called: handed on, nobody knows when it runs. */
export function isOnlyCalled(name: SyntaxNode, lambda: SyntaxNode, { scope }: Context, reading: Reading): boolean {
  const around = reading.text.slice(scope.start, name.from) + " ".repeat(lambda.to - name.from) + reading.text.slice(lambda.to, scope.end);
  const word = reading.span(name).replaceAll("$", "\\$");
  const mentions = [...around.matchAll(new RegExp(`(\\.\\s*(?:apply|also|let|run)\\(\\s*)?(?<![\\w$])${word}(?![\\w$])(\\s*\\()?`, "g"))];
  return mentions.every(([, handedOn, called]) => handedOn !== undefined || called !== undefined);
}

/** `val dense = { units: Int -> … }`: a function under the name of the variable; what it gives is the block's last value. */
export function readHeldLambda(name: SyntaxNode, lambda: SyntaxNode, context: Context, reading: Reading): void {
  const { items, parameters } = openLambda(lambda, reading);
  const range = rangeOf(lambda);
  const method: Method = {
    name: reading.span(name),
    parameters: parameters.map((one) => reading.span(one)),
    range,
    isStatic: context.isShared,
    enclosing: context.method,
    ...(context.owner !== undefined && { owner: context.owner }),
  };
  reading.methods.push(method);
  const plain = { regions: [], aliases: new Map<string, string>(), scope: range, isType: false, receiver: null };
  const inner: Context = { ...context, ...plain, method, depth: context.depth + 1 };
  for (const one of parameters) declareParameter(one, inner, reading);
  const value = readStatements(items, inner, reading);
  if (value) reading.state(value, inner, { isReturn: true });
}
