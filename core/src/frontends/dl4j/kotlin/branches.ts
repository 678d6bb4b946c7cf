import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import type { Choice, Region } from "../program/program.js";
import { readExpression } from "./expressions.js";
import { Items } from "./items.js";
import type { Context, Reading } from "./reading.js";
import { opaque, rangeOf, within } from "./reading.js";
import { readBlock, readStatement, readStatements, state } from "./statements.js";

/** A choice while its branches are still being counted. */
type OpenChoice = { -readonly [Key in keyof Choice]: Choice[Key] };

/** One branch: the value that it gives, and where it stands. */
interface ReadBranch {
  readonly value: Expression;
  readonly region: Region;
}

/** `if (a) b else c`. Without `else` it has no value. */
export function readIf(items: Items, context: Context, reading: Reading): Expression | null {
  const head = items.take();
  if (!head) return null;
  const when = readCondition(head, context, reading);
  const taken: OpenChoice = { of: head.from, outOf: 1, when, isElse: false };
  const then = readBranch(items, taken, context, reading);
  if (items.next?.name === ";" && items.ahead(1)?.name === "else") items.take();
  const isComplete = items.takeIf("else") !== undefined;
  if (isComplete) taken.outOf = 2;
  const otherwise = isComplete ? readBranch(items, { of: head.from, outOf: 2, when, isElse: true }, context, reading) : undefined;
  const range = { start: head.from, end: items.endOfTaken(head.from) };
  return reading.branched({ kind: "conditional", range, condition: when, then: then.value, otherwise: otherwise?.value ?? opaque(range) }, [
    then.region,
    otherwise?.region ?? null,
  ]);
}

export function readCondition(head: SyntaxNode, context: Context, reading: Reading): Expression {
  const inside = head.getChild("Condition");
  const condition = inside && readExpression(new Items(inside, reading.text, false), context, reading);
  return condition ?? opaque(rangeOf(inside ?? head));
}

/** A block or a single statement that may not run. */
function readBranch(items: Items, choice: Choice, context: Context, reading: Reading): ReadBranch {
  const first = items.next;
  const start = first?.from ?? items.endOfTaken(0);
  const range = { start, end: first?.to ?? start };
  const region: Region = { kind: "branch", range, choice };
  const value = readBody(items, within(context, region), reading);
  range.end = items.endOfTaken(range.end);
  return { value: value ?? opaque(range), region };
}

/** What an `if`, an arrow or a loop governs. */
export function readBody(items: Items, context: Context, reading: Reading): Expression | null {
  const block = items.takeIf("Block");
  return block ? readBlock(block, context, reading) : readStatement(items, context, reading);
}

/** Conditions of a branch of `when`: `null` for `else`. */
interface Case extends ReadBranch {
  readonly condition: Expression | null;
}

/** `when (x) { a, b -> …; else -> … }`, `when { a -> … }`: one condition after the other. */
export function readWhen(items: Items, context: Context, reading: Reading): Expression | null {
  const head = items.take();
  const block = items.takeIf("Block");
  if (!head) return null;
  const inside = head.getChild("Condition");
  const range = { start: head.from, end: block?.to ?? head.to };
  const subject = inside && (readStatement(new Items(inside, reading.text, false), context, reading) ?? opaque(rangeOf(inside)));
  if (!block) return opaque(range);
  const cases = readCases(new Items(block, reading.text, true), head.from, subject, context, reading);
  const empty: ReadBranch = { value: opaque(range), region: { kind: "branch", range } };
  const [only] = cases.reduceRight<[Expression, Region | null]>(
    ([otherwise, elseRegion], { condition, value, region }) => {
      if (!condition) return [value, region];
      const one: Expression = { kind: "conditional", range, condition, then: value, otherwise };
      return [reading.branched(one, [region, elseRegion]), null];
    },
    [empty.value, empty.region],
  );
  return only;
}

function readCases(items: Items, of: number, subject: Expression | null, context: Context, reading: Reading): Case[] {
  const cases: Case[] = [];
  const choices: OpenChoice[] = [];
  while (items.next) {
    const before = items.taken;
    const isElse = items.takeIf("else") !== undefined;
    const labels = isElse ? [] : readLabels(items, subject !== null, context, reading);
    if (items.takeIf("Arrow")) {
      const condition = isElse ? null : conditionOf(labels, subject);
      // what follows `else` is never reached: it is taken when nothing before it was
      const when = condition ?? { kind: "literal" as const, range: { start: of, end: of }, value: false, integer: false };
      const choice: OpenChoice = { of, outOf: 0, when, isElse };
      choices.push(choice);
      cases.push({ condition, ...readBranch(items, choice, context, reading) });
    } else if (items.taken === before) items.take();
    items.takeIf(";");
  }
  for (const choice of choices) choice.outOf = choices.length;
  return cases;
}

/** The values or conditions before an arrow; `in` and `is` are not looked into. */
function readLabels(items: Items, isValue: boolean, context: Context, reading: Reading): Expression[] {
  const labels: Expression[] = [];
  while (items.next && items.next.name !== "Arrow" && items.next.name !== ";") {
    const first = items.next;
    const isTest = isValue && (first.name === "in" || first.name === "is" || items.textOf(first) === "!");
    if (isTest) items.takeUntil("Arrow", ",");
    const value = isTest ? opaque(rangeOf(first)) : readExpression(items, context, reading);
    if (!value) break;
    labels.push(value);
    if (!items.takeIf(",")) break;
  }
  return labels;
}

/** `x == a || x == b`, or the condition itself. */
function conditionOf(labels: readonly Expression[], subject: Expression | null): Expression | null {
  const tests = labels.map((label): Expression =>
    subject && label.kind !== "opaque" ? { kind: "binary", range: label.range, operator: "==", left: subject, right: label } : label,
  );
  const [first, ...others] = tests;
  if (!first) return null;
  return others.reduce<Expression>(
    (left, right) => ({ kind: "binary", range: { start: left.range.start, end: right.range.end }, operator: "||", left, right }),
    first,
  );
}

/** `try { … } catch (e: Exception) { … } finally { … }`: which value it has is not known. */
export function readTry(items: Items, context: Context, reading: Reading): Expression | null {
  const word = items.take();
  if (!word) return null;
  const block = items.takeIf("Block");
  if (block) state(readBlock(block, context, reading), context, reading);
  for (let clause = clauseAt(items); clause; clause = clauseAt(items)) {
    const lambda = clause.getChild("Lambda");
    const isCatch = clause.firstChild?.name === "Call";
    const around = isCatch ? within(context, { kind: "branch", range: rangeOf(clause) }) : context;
    const inner = { ...around, scope: rangeOf(lambda ?? clause), isType: false };
    if (lambda) state(readStatements(new Items(lambda, reading.text, true), inner, reading), inner, reading);
    items.take();
  }
  return opaque({ start: word.from, end: items.endOfTaken(word.from) });
}

/** `catch (e: Exception) { … }` or `finally { … }`, which the grammar takes for calls. */
function clauseAt(items: Items): SyntaxNode | undefined {
  const { next } = items;
  if (next?.name !== "Call") return undefined;
  const callee = next.firstChild?.name === "Call" ? next.firstChild.firstChild : next.firstChild;
  return callee?.name === "Name" && /^(catch|finally)$/.test(items.textOf(callee)) ? next : undefined;
}
