import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import { readClass } from "./classes.js";
import { readExpression } from "./expressions.js";
import { isOnlyCalled, readFunction, readHeldLambda, readMember } from "./functions.js";
import { readImport, readTypeAlias } from "./imports.js";
import type { Items } from "./items.js";
import type { Context, Reading } from "./reading.js";
import { opaque, rangeOf } from "./reading.js";
import { state } from "./statements.js";
import { primitive, takeType } from "./types.js";

/** Words that stand before a declaration and are names elsewhere. */
const modifierWords = new Set(
  (
    "private public internal protected const lateinit override open abstract final data inline suspend companion enum sealed annotation operator infix " +
    "tailrec external inner value vararg noinline crossinline expect actual"
  ).split(" "),
);

const declarationWords = new Set(["val", "var", "fun", "class", "interface", "object", "typealias"]);

/** Annotations after which a variable still has the value that is written. */
const harmlessAnnotation = /^@(?:file:|field:|get:)?(Suppress|JvmField|JvmStatic|Deprecated|OptIn|Volatile|Transient|SuppressWarnings)$/;

/** What stands before a declaration. */
export interface Modifiers {
  readonly words: ReadonlySet<string>;
  readonly isAnnotated: boolean;
}

/** Reads a declaration; false when none begins here. */
export function readDeclaration(items: Items, context: Context, reading: Reading): boolean {
  const { modifiers, length } = modifiersAt(items, reading);
  const word = items.ahead(length);
  if (!word) return false;
  if (length === 0 && word.name === "import") return readImport(items, reading);
  if (length === 0 && word.name === "package") {
    items.take();
    items.take();
    return true;
  }
  const isInitializer = context.isType && word.name === "Call" && /^(init|constructor)\b/.test(reading.span(word));
  if (!isInitializer && !isDeclaration(items, length)) return false;
  for (let count = 0; count < length; count++) items.take();
  if (isInitializer) readMember(items, context, reading);
  else if (word.name === "val" || word.name === "var") readVariable(items, modifiers, context, reading);
  else if (word.name === "fun") readFunction(items, context, reading);
  else if (word.name === "typealias") readTypeAlias(items, reading);
  else readClass(items, context, reading, modifiers.words);
  return true;
}

/** `object : Foo { }` and `fun (x) { }` without a name are expressions. */
function isDeclaration(items: Items, length: number): boolean {
  const [word, after] = [items.ahead(length), items.ahead(length + 1)];
  if (!word || !declarationWords.has(word.name)) return false;
  if (word.name === "object" && length === 0) return after?.name !== ":" && after?.name !== "Block";
  return word.name !== "fun" || after?.name !== "Parens";
}

/** Annotations and modifiers in front of the next declaration, and how many items they are. */
function modifiersAt(items: Items, reading: Reading): { modifiers: Modifiers; length: number } {
  const words = new Set<string>();
  let isAnnotated = false;
  let length = 0;
  for (;;) {
    const node = items.ahead(length);
    if (node?.name === "Annotation") {
      isAnnotated ||= !harmlessAnnotation.test(reading.span(node));
      const after = items.ahead(length + 1);
      length += after?.name === "Parens" && after.from === node.to ? 2 : 1;
    } else if (node?.name === "Name" && modifierWords.has(reading.span(node))) {
      words.add(reading.span(node));
      length++;
    } else return { modifiers: { words, isAnnotated }, length };
  }
}

/** `val x: Int = 3`, `var (a, b) = pair`, `val x by lazy { … }`, with accessors behind it. */
function readVariable(items: Items, { words, isAnnotated }: Modifiers, context: Context, reading: Reading): void {
  const word = items.take();
  if (items.next?.name === "Operator") takeType(items, reading); // type parameters
  const target = items.take();
  if (!word || !target) return;
  const type = items.takeIf(":") ? takeType(items, reading).text : "";
  if (word.name === "val" && target.name === "Name" && items.next?.name === "Assign" && items.ahead(1)?.name === "Block") {
    const lambda = items.ahead(1);
    if (lambda && isOnlyCalled(target, lambda, context, reading)) {
      items.take();
      items.take();
      readHeldLambda(target, lambda, context, reading);
      return;
    }
  }
  const value = readValue(items, context, reading);
  const names = target.name === "Parens" ? target.getChildren("Name") : target.name === "Name" ? [target] : [];
  for (const name of names) {
    const initializer = target.name === "Name" ? value : null;
    const { method, regions, scope, isType } = context;
    const declaration = {
      name: reading.span(name),
      nameRange: rangeOf(name),
      type: primitive(type),
      kind: isType ? ("field" as const) : ("local" as const),
      initializer,
      scope: isType ? scope : { start: name.from, end: scope.end },
      isPrivate: !isType || words.has("private"),
      isAnnotated,
      method,
      regions,
      ...(isType && { isOfObject: !context.isShared }),
    };
    reading.declare(declaration);
    if (word.name === "var" && isType) reading.variables.add(declaration.name);
  }
  const [only] = names;
  if (value && value.kind !== "opaque") reading.state(value, context, { target: target.name === "Name" ? reading.span(only) : null });
  readAccessors(items, context, reading);
}

/** The value behind `=` or `by lazy`; another delegate may give any value. */
function readValue(items: Items, context: Context, reading: Reading): Expression | null {
  const isDelegate = items.next !== undefined && items.textOf(items.next) === "by";
  if (isDelegate) items.take();
  else if (!items.takeIf("Assign")) return null;
  const isLazy = items.next?.name === "Call" && /^lazy\b/.test(items.textOf(items.next));
  const value = readExpression(items, context, reading);
  if (!isDelegate || isLazy) return value;
  state(value, context, reading);
  return null;
}

/** `get() = …`, `private set`. */
function readAccessors(items: Items, context: Context, reading: Reading): void {
  for (;;) {
    const { length } = modifiersAt(items, reading);
    const node: SyntaxNode | undefined = items.ahead(length);
    if (!node || (node.name !== "Name" && node.name !== "Call") || !/^(get|set)\b\s*(\(|$)/.test(items.textOf(node))) return;
    if (!context.isType) return;
    for (let count = 0; count < length; count++) items.take();
    if (node.name === "Name") items.take();
    else readMember(items, context, reading);
  }
}

/** `object : Foo { … }` as a value. */
export function readObject(items: Items, context: Context, reading: Reading): Expression {
  const start = items.next?.from ?? 0;
  readClass(items, context, reading);
  return opaque({ start, end: items.endOfTaken(start) });
}

/** `fun(x: Int) { … }` as a value. */
export function readAnonymousFunction(items: Items, context: Context, reading: Reading): Expression {
  const start = items.next?.from ?? 0;
  readFunction(items, context, reading);
  return opaque({ start, end: items.endOfTaken(start) });
}
