import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import type { Exit } from "../program/program.js";
import { readTry, readWhen, readIf } from "./branches.js";
import { readAnonymousFunction, readObject } from "./declarations.js";
import { isBuilderCall } from "./implicit-receiver.js";
import type { Items } from "./items.js";
import { readArgument, readOperand } from "./operands.js";
import type { Context, Reading } from "./reading.js";
import { deepest, opaque, rangeOf, within } from "./reading.js";

/** How strongly operators bind, as in Kotlin's grammar. */
const strengths: ReadonlyMap<string, number> = new Map([
  ...level(12, "* / %"),
  ...level(11, "+ -"),
  ...level(10, ".. ..<"),
  ...level(8, "?:"),
  ...level(7, "in is !in !is"),
  ...level(6, "< > <= >="),
  ...level(5, "== != === !=="),
  ...level(4, "&&"),
  ...level(3, "||"),
]);
const [castStrength, prefixStrength, infixStrength] = [13, 14, 9];

/** Operators that continue an expression at the beginning of a line. */
const continuing = new Set(["?:", "&&", "||", "as"]);

/** Infix functions that are operators in Java. */
const shifts: ReadonlyMap<string, string> = new Map([
  ["shl", "<<"],
  ["shr", ">>"],
]);

const operands = new Set([
  "Name",
  "Number",
  "String",
  "Character",
  "Parens",
  "Block",
  "Brackets",
  "Member",
  "Call",
  "Subscript",
  "NotNull",
]);

export function isOperand(node: SyntaxNode | undefined): boolean {
  return node !== undefined && operands.has(node.name);
}

/** Reads an expression; `null` when none begins here. What is damaged or cannot be known becomes opaque. */
export function readExpression(items: Items, context: Context, reading: Reading, least = 0): Expression | null {
  const first = items.next;
  if (first && context.depth > deepest) {
    items.take();
    return opaque(rangeOf(first));
  }
  let left = readPrefix(items, { ...context, depth: context.depth + 1 }, reading);
  for (let length = 0; left; length++) {
    const operator = operatorAt(items);
    if (!operator || operator.strength < least) return left;
    const operation = readOperation(left, operator, items, context, reading);
    left = length < deepest ? operation : opaque(operation.range);
  }
  return null;
}

interface Operator {
  readonly text: string;
  readonly strength: number;
  /** How many items it takes: `!` and `in` are two. */
  readonly length: number;
}

function operatorAt(items: Items): Operator | undefined {
  const { next } = items;
  if (!next) return undefined;
  const operator = plainOperator(next, items);
  if (operator) return items.isOnNewLine && !continuing.has(operator.text) ? undefined : operator;
  if (items.isOnNewLine) return undefined;
  // `0 until n`, `1 to 2`
  if (next.name === "Name" && isOperand(items.ahead(1))) return { text: items.textOf(next), strength: infixStrength, length: 1 };
  return next.name === "Call" && infixName(next, items) ? { text: "(", strength: infixStrength, length: 0 } : undefined;
}

function plainOperator(next: SyntaxNode, items: Items): Operator | undefined {
  if (next.name === "as") return { text: "as", strength: castStrength, length: 1 };
  if (next.name === "in" || next.name === "is") return { text: next.name, strength: 7, length: 1 };
  if (next.name !== "Operator") return undefined;
  const text = items.textOf(next);
  const after = items.ahead(1);
  if (text === "!" && (after?.name === "in" || after?.name === "is")) return { text: `!${after.name}`, strength: 7, length: 2 };
  if (text === "++" || text === "--") return { text, strength: prefixStrength, length: 1 };
  const strength = strengths.get(text);
  return strength === undefined ? undefined : { text, strength, length: 1 };
}

/** The name in `0 until (n)`: the grammar takes it for a call. A builder's call there is what an unclosed parenthesis let in. */
function infixName(call: SyntaxNode, items: Items): SyntaxNode | undefined {
  const [name, list] = [call.firstChild, call.getChild("ArgumentList")];
  const isInfix = name?.name === "Name" && list && list.getChildren("Argument").length === 1 && !isBuilderCall(items.textOf(name));
  return isInfix ? name : undefined;
}

/** `nOut(5)..build()`, `Activation..list()`: between two dots of a chain a name is lost, or not typed yet. */
function isLostName(left: Expression, next: SyntaxNode | undefined, items: Items): next is SyntaxNode {
  if (next?.name !== "Call" || left.kind === "literal") return false;
  let base: SyntaxNode | null = next;
  while (base && base.name !== "Name") base = base.firstChild;
  return base !== null && isBuilderCall(items.textOf(base));
}

function readOperation(left: Expression, operator: Operator, items: Items, context: Context, reading: Reading): Expression {
  const { text, strength, length } = operator;
  const { start } = left.range;
  for (let count = 0; count < length; count++) items.take();
  if (text === "++" || text === "--") {
    return updated(text, left, { start, end: items.endOfTaken(start) }, false, context, reading);
  }
  if (text === "as" || text === "is" || text === "!is") {
    items.takeIf("Operator", "?");
    const type = items.take();
    const range = { start, end: items.endOfTaken(start) };
    return text === "as" ? { kind: "cast", range, type: reading.span(type), operand: left } : opaque(range);
  }
  const next = items.next;
  if (text === ".." && isLostName(left, next, items)) {
    items.take();
    return readOperand(next, context, reading, left);
  }
  if (text === ".." && next?.name === "Name" && left.kind === "invoke" && isBuilderCall(left.name)) {
    // what a builder gives begins no range: the call to which the name was an argument is lost
    items.take();
    return left;
  }
  if (text === "(") {
    const call = items.take();
    const argument = call?.getChild("ArgumentList")?.getChild("Argument");
    const right = argument && readArgument(argument, context, reading).value;
    const range = { start, end: items.endOfTaken(start) };
    return right ? { kind: "binary", range, operator: reading.span(call?.firstChild), left, right } : opaque(range);
  }
  // the right side of `?:`, `&&`, `||` may not be reached
  const end = items.endOfTaken(start);
  const isPerhaps = strength <= 4 || text === "?:";
  const around = isPerhaps ? within(context, { kind: "branch", range: { start: end, end } }) : context;
  const right = readExpression(items, around, reading, strength + 1);
  const range = { start, end: right?.range.end ?? items.endOfTaken(start) };
  return { kind: "binary", range, operator: shifts.get(text) ?? text, left, right: right ?? opaque(range) };
}

/** `i++`, `--i` */
function updated(
  operator: "++" | "--",
  operand: Expression,
  range: Expression["range"],
  isPrefix: boolean,
  context: Context,
  reading: Reading,
): Expression {
  if (operand.kind === "name") reading.write(operand.name, range, null, context);
  return { kind: "update", range, operator, isPrefix, operand };
}

function level(strength: number, operators: string): [string, number][] {
  return operators.split(" ").map((operator) => [operator, strength]);
}

function readPrefix(items: Items, context: Context, reading: Reading): Expression | null {
  const { next } = items;
  if (!next) return null;
  if (isOperand(next)) {
    items.take();
    return readOperand(next, context, reading);
  }
  switch (next.name) {
    case "Operator":
    case "!!":
      return readUnary(items, context, reading);
    case "Annotation":
      items.take();
      return readPrefix(items, context, reading);
    case "Head":
      return next.firstChild?.name === "if"
        ? readIf(items, context, reading)
        : next.firstChild?.name === "when"
          ? readWhen(items, context, reading)
          : null;
    case "try":
      return readTry(items, context, reading);
    case "return":
    case "throw":
    case "break":
    case "continue":
      return readJump(items, context, reading);
    case "object":
      return readObject(items, context, reading);
    case "fun":
      return readAnonymousFunction(items, context, reading);
    default:
      return null;
  }
}

const prefixes = new Set(["-", "+", "!", "*", "++", "--", "!!"]);

function readUnary(items: Items, context: Context, reading: Reading): Expression | null {
  const sign = items.next;
  if (!sign || !prefixes.has(items.textOf(sign))) return null;
  items.take();
  const operator = items.textOf(sign);
  const operand = readExpression(items, context, reading, prefixStrength);
  if (!operand) return opaque(rangeOf(sign));
  const range = { start: sign.from, end: operand.range.end };
  if (operator === "++" || operator === "--") return updated(operator, operand, range, true, context, reading);
  // an array that is spread over the parameters gives its items
  if (operator === "*" && operand.kind === "list") return { ...operand, range };
  return { kind: "unary", range, operator, operand };
}

/** `return x`, `return@run x`, `throw x`: the value goes elsewhere. */
function readJump(items: Items, context: Context, reading: Reading): Expression | null {
  const word = items.take();
  if (!word) return null;
  const label = items.next?.name === "Annotation" && items.next.from === word.to ? items.take() : undefined;
  const value = items.isOnNewLine ? null : readExpression(items, context, reading);
  const range = { start: word.from, end: items.endOfTaken(word.to) };
  if (value) reading.state(value, context, { isReturn: word.name === "return" && !label });
  const kind = label ? exitTo(reading.span(label)) : (word.name as Exit["kind"]);
  if (kind) reading.exit(kind, range, context);
  return opaque(range);
}

/** `return@forEach` goes on with the next item; what leaves another block leaves less than can be said. */
function exitTo(label: string): Exit["kind"] | undefined {
  return /^@(forEach|forEachIndexed|repeat|onEach|map)$/.test(label) ? "continue" : undefined;
}
