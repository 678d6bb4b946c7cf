import type { SyntaxNode } from "@lezer/common";
import type { Course, Exit, Region } from "../program/program.js";
import { isExpression, operandsOf, rangeOf, toExpression } from "./expressions.js";
import { countOf } from "./loops.js";

/** A loop: what runs once before it, how it goes on, and what is repeated. */
export interface ReadLoop {
  readonly region: Region;
  readonly before: readonly SyntaxNode[];
  readonly body: readonly SyntaxNode[];
  /** The variable of `for (X x : xs)`. */
  readonly variable: SyntaxNode | null;
  /** Conditions and updates, which may assign to variables too. */
  readonly headers: readonly SyntaxNode[];
}

export function loopOf(node: SyntaxNode, text: string): ReadLoop {
  const spec = node.getChild("ForSpec");
  const isEach = node.name === "EnhancedForStatement";
  const inSpec = spec ? childrenOf(spec) : [];
  const variable = isEach ? inSpec.find(({ name }) => name === "Definition") : undefined;
  const condition = spec ? conditionIn(inSpec) : node.getChild("ParenthesizedExpression");
  const before = isEach || !spec ? [] : inSpec.filter((child) => child.to <= firstSemicolon(inSpec));
  const updates = isEach ? [] : inSpec.filter((child) => isExpression(child) && !before.includes(child) && child.from !== condition?.from);
  const of = isEach ? inSpec.findLast(isExpression) : undefined;
  const course: Course | undefined =
    variable && of
      ? { kind: "each", variable: rangeOf(variable), of: toExpression(of, text) }
      : {
          kind: "condition",
          while: condition ? toExpression(condition, text) : null,
          updates: updates.map((update) => toExpression(update, text)),
          isTestedLast: node.name === "DoStatement",
        };
  const count = node.name === "ForStatement" ? countOf(node, text) : undefined;
  return {
    region: { kind: "loop", range: rangeOf(node), course, ...(count && { count }) },
    before,
    body: childrenOf(node).filter((child) => child.name !== "ForSpec" && child.name !== "ParenthesizedExpression"),
    variable: variable ?? null,
    headers: [...(condition ? [condition] : []), ...updates, ...(of ? [of] : [])],
  };
}

function firstSemicolon(spec: readonly SyntaxNode[]): number {
  const declaration = spec.find(({ name }) => name === "LocalVariableDeclaration");
  return declaration?.to ?? spec.find(({ name }) => name === ";")?.from ?? 0;
}

/** Between the two semicolons; a declaration holds the first of them. */
function conditionIn(spec: readonly SyntaxNode[]): SyntaxNode | undefined {
  const start = firstSemicolon(spec);
  const next = spec.find((child) => child.from >= start && (isExpression(child) || (child.name === ";" && child.from > start)));
  return next && isExpression(next) ? next : undefined;
}

/** One branch of an `if` or `switch`, and what stands in it. */
export interface ReadBranch {
  readonly region: Region;
  readonly body: readonly SyntaxNode[];
}

/** The branches of an `if`: taken when its condition holds, and else. */
export function branchesOfIf(node: SyntaxNode, text: string): readonly ReadBranch[] {
  const condition = node.getChild("ParenthesizedExpression");
  const when = condition ? toExpression(condition, text) : { kind: "opaque" as const, range: rangeOf(node) };
  const branches = childrenOf(node).filter(({ name }) => name !== "if" && name !== "else" && name !== "ParenthesizedExpression");
  return branches.map((branch, index) => ({
    region: { kind: "branch", range: rangeOf(branch), choice: { of: node.from, outOf: branches.length, when, isElse: index > 0 } },
    body: [branch],
  }));
}

/** The branches of a `switch`: labels that follow each other share one. */
export function branchesOfSwitch(node: SyntaxNode, text: string): readonly ReadBranch[] {
  const subject = node.getChild("ParenthesizedExpression");
  const block = node.getChild("SwitchBlock");
  if (!subject || !block) return [];
  const when = toExpression(subject, text);
  const cases = casesOf(block);
  const valuesOf = ({ labels }: Case) => labels.flatMap((label) => operandsOf(label).map((one) => toExpression(one, text)));
  const isAlone = cases.every((one, index) => index === cases.length - 1 || isLeft(one));
  return cases.map(({ body }, index) => {
    const leading = cases.slice(firstLeadingTo(index, cases), index + 1);
    const isElse = leading.some(({ labels }) => labels.some((label) => label.firstChild?.name === "default"));
    const range = { start: body[0]?.from ?? block.from, end: body.at(-1)?.to ?? block.from };
    const values = (isElse ? cases.filter((other) => !leading.includes(other)) : leading).flatMap(valuesOf);
    // a case that goes on into the next does not exclude it
    const choice = { of: isAlone ? node.from : range.start, outOf: isAlone ? cases.length : 2, when, labels: values, isElse };
    return { region: { kind: "branch", range, choice }, body };
  });
}

/** The first of the cases that go on into each other up to one. */
function firstLeadingTo(index: number, cases: readonly Case[]): number {
  let first = index;
  for (let before = cases[first - 1]; before && !isLeft(before); before = cases[first - 1]) first--;
  return first;
}

/** What follows a case is not run. */
function isLeft({ body, isRule }: Case): boolean {
  const last = body.findLast(({ name }) => !/Comment$/.test(name));
  return isRule || (last !== undefined && endsCase(last));
}

function endsCase(node: SyntaxNode): boolean {
  if (node.name === "Block") return childrenOf(node).some(endsCase);
  if (node.name !== "IfStatement") return /^(Break|Return|Throw|Continue|Yield)Statement$/.test(node.name);
  const branches = childrenOf(node).filter(({ name }) => /(Statement|^Block)$/.test(name));
  return branches.length > 1 && branches.every(endsCase);
}

interface Case {
  /** `case 1 -> …`: it never goes on into the next. */
  readonly isRule: boolean;
  readonly labels: SyntaxNode[];
  readonly body: SyntaxNode[];
}

function casesOf(block: SyntaxNode): readonly Case[] {
  const cases: Case[] = [];
  for (const child of childrenOf(block)) {
    if (child.name === "SwitchRule") {
      const label = child.getChild("SwitchLabel");
      cases.push({ isRule: true, labels: label ? [label] : [], body: childrenOf(child).filter(({ name }) => name !== "SwitchLabel") });
      continue;
    }
    const last = cases.at(-1);
    if (child.name === "SwitchLabel" && last?.body.length === 0) last.labels.push(child);
    else if (child.name === "SwitchLabel") cases.push({ isRule: false, labels: [child], body: [] });
    else if (child.name !== ":" && child.name !== "{" && child.name !== "}") last?.body.push(child);
  }
  return cases;
}

/** What kind of leaving a statement is; a `break` that ends a case of a `switch` leaves nothing else. */
export function exitKindOf(node: SyntaxNode): Exit["kind"] | undefined {
  switch (node.name) {
    case "ReturnStatement":
      return "return";
    case "ThrowStatement":
      return "throw";
    case "ContinueStatement":
      return "continue";
    case "BreakStatement":
      return isOfSwitch(node) ? undefined : "break";
    default:
      return undefined;
  }
}

function isOfSwitch(node: SyntaxNode): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (around.name === "SwitchBlock") return true;
    if (/^(For|EnhancedFor|While|Do)Statement$/.test(around.name)) return false;
  }
  return false;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** `return`, `throw`, or a block that ends so: Java allows nothing behind it in the same block. */
export function leavesForGood(node: SyntaxNode): boolean {
  if (node.name === "Block") return childrenOf(node).some(leavesForGood);
  return node.name === "ReturnStatement" || node.name === "ThrowStatement";
}
