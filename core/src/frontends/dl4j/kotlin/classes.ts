import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import type { Method } from "../program/program.js";
import { readConstants } from "./enums.js";
import { isOperand } from "./expressions.js";
import { declareParameters, parameterOf } from "./functions.js";
import { Items } from "./items.js";
import { readOperand } from "./operands.js";
import type { Context, Reading } from "./reading.js";
import { rangeOf } from "./reading.js";
import { readStatements, state } from "./statements.js";
import { bodyBehind } from "./types.js";

/** What may stand between a class's name and its body, besides names and calls. */
const inHeader = new Set([":", ",", "Operator", "Annotation", "Parens", "."]);

/**
 * `class Name(val a: Int) : Base(a), Other { … }`, `object Name { … }`
 * @param modifiers what stands before it: of a `companion` the members belong to the class around it
 */
export function readClass(items: Items, context: Context, reading: Reading, modifiers: ReadonlySet<string> = new Set()): void {
  const isCompanion = modifiers.has("companion");
  const word = items.take();
  if (!word) return;
  const parts = takeHeader(items);
  const body = parts.at(-1);
  const members = body && (body.name === "Block" ? body : bodyBehind(body));
  const colon = parts.findIndex(({ name }) => name === ":");
  const own = (colon < 0 ? parts : parts.slice(0, colon)).map((part) => bare(part, body));
  const name = isCompanion ? undefined : nameOf(own, reading);
  const scope = isCompanion ? context.scope : { start: word.from, end: members?.to ?? items.endOfTaken(word.to) };
  const inner: Context = {
    ...context,
    method: null,
    regions: [],
    receiver: null,
    aliases: new Map(),
    scope,
    isType: true,
    owner: name ?? (isCompanion ? context.owner : undefined),
    isShared: word.name === "object",
    depth: context.depth + 1,
  };
  if (name !== undefined) {
    reading.types.add(name);
    const supers = supersOf(colon < 0 ? [] : parts.slice(colon + 1), body, reading);
    const isAbstract = reading.span(word) === "interface" || modifiers.has("abstract") || modifiers.has("sealed");
    reading.bodies.push({ name, range: scope, ...(supers.length > 0 && { supers }), ...(isAbstract && { isAbstract }) });
    const list = own.map((part) => part?.getChild("ArgumentList")).find((one) => one != null);
    if (list) declareConstructor(name, list, inner, reading);
  }
  for (const part of colon < 0 ? [] : parts.slice(colon)) {
    const base = bare(part, body);
    if (base?.getChild("ArgumentList")) construct(base, name, inner, reading);
  }
  if (!members) return;
  const inside = new Items(members, reading.text, true);
  if (modifiers.has("enum") && name !== undefined) readConstants(inside, name, inner, reading);
  state(readStatements(inside, inner, reading), inner, reading);
}

/** The names behind the colon. */
function supersOf(parts: readonly SyntaxNode[], body: SyntaxNode | undefined, reading: Reading): readonly string[] {
  return parts.flatMap((part) => {
    const plain = bare(part, body);
    const name = plain && nameOf([plain], reading);
    return name === null || name === undefined ? [] : [name];
  });
}

/** `Base(48)` in a class's header: what the constructor there does first. */
function construct(base: SyntaxNode, owner: string | undefined, context: Context, reading: Reading): void {
  const made = readOperand(base, context, reading);
  const method = reading.methods.find((one) => one.owner === owner && one.isPrimary === true) ?? null;
  if (owner === undefined || (made.kind !== "construct" && made.kind !== "invoke") || (made.kind === "invoke" && made.on)) {
    state(made, context, reading);
    return;
  }
  const nameRange = made.kind === "construct" ? made.typeRange : made.nameRange;
  const { args, argNames, range } = made;
  const expression: Expression = {
    ...{ kind: "invoke", range, on: null, name: "super", nameRange, linkRange: range, args, argsRange: made.argsRange ?? range },
    ...(argNames && { argNames }),
  };
  reading.state(expression, { ...context, method });
}

/** A part of the header without the class's body behind it. */
function bare(part: SyntaxNode, body: SyntaxNode | undefined): SyntaxNode | null {
  const plain = part === body && bodyBehind(part) ? part.firstChild : part;
  return plain && isOperand(plain) && plain.name !== "Block" ? plain : null;
}

function nameOf(parts: readonly (SyntaxNode | null)[], reading: Reading): string | undefined {
  const [first] = parts;
  const name = first?.name === "Call" ? first.firstChild : first;
  return name?.name === "Name" ? reading.span(name) : undefined;
}

/** The constructor in a class's header. Its parameters are seen in the whole class; what they are, an object's making says. */
function declareConstructor(owner: string, list: SyntaxNode, context: Context, reading: Reading): void {
  const parameters = list
    .getChildren("Argument")
    .map((node) => parameterOf(node, reading))
    .filter((one) => one !== undefined);
  const range = rangeOf(list);
  const method: { -readonly [Key in keyof Method]: Method[Key] } = {
    name: owner,
    parameters: parameters.map((one) => reading.span(one.name)),
    range,
    owner,
    isConstructor: true,
    isPrimary: true,
    ...(parameters.at(-1)?.isVararg === true && { isVarargs: true }),
  };
  reading.methods.push(method);
  for (const { name, type } of parameters) {
    const { scope } = context;
    const plain = { initializer: null, isPrivate: false, isAnnotated: false, method: null, regions: [] };
    reading.declare({ name: reading.span(name), nameRange: rangeOf(name), type, kind: "field", ...plain, scope, isOfObject: true });
  }
  const inner: Context = { ...context, method, scope: range, isType: false };
  method.defaults = declareParameters(parameters, inner, reading);
  for (const { name: node } of parameters) {
    const name = reading.span(node);
    const value = { kind: "name" as const, range: rangeOf(node), name };
    reading.write(name, value.range, value, inner, "this");
    reading.state(value, inner, { target: name, isFieldTarget: true });
  }
}

/** Everything up to the body, the body included. */
function takeHeader(items: Items): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let { next } = items; next; next = items.next) {
    const before = parts.at(-1)?.name;
    const isContinued = before === ":" || before === "," || next.name === ":" || next.name === "," || next.name === "Block";
    if (items.isOnNewLine && parts.length > 0 && !isContinued && !/^constructor\b/.test(items.textOf(next))) break;
    if (!isOperand(next) && !inHeader.has(next.name)) break;
    items.take();
    parts.push(next);
    if (next.name === "Block" || bodyBehind(next)) break;
  }
  return parts;
}
