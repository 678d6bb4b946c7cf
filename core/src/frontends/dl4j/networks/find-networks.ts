import type { Expression } from "../program/expression.js";
import type { Program, Statement } from "../program/program.js";
import type { Scope } from "../program/scope.js";
import type { Link, Sequence, Sequences } from "../program/sequence.js";

/** A network configuration in a file: everything called on its builder. */
export interface FoundNetwork {
  readonly name: string;
  readonly sequence: Sequence;
  /** Where `list()` or `graphBuilder()` stands among the links. */
  readonly opening: number;
  readonly kind: "layers" | "graph";
  /** The statement that ends the configuration. */
  readonly statement: Statement;
}

/** The start of `.list()` or `.graphBuilder()`: what makes a builder's calls one particular network. */
export function identityOf(sequence: Sequence | undefined): number | undefined {
  if (sequence?.type !== "NeuralNetConfiguration.Builder") return undefined;
  return sequence.links.find(isOpening)?.range.start;
}

/** All network configurations of a file in the order written. */
export function findNetworks(program: Program, scope: Scope, sequences: Sequences): readonly FoundNetwork[] {
  const found = new Map<number, { sequence: Sequence; statement: Statement }>();
  for (const statement of program.statements) {
    for (const head of chainHeads(statement.expression)) {
      const sequence = sequences.of(head);
      const identity = identityOf(sequence);
      if (!sequence || identity === undefined) continue;
      const known = found.get(identity);
      if (!known || known.sequence.links.length <= sequence.links.length) found.set(identity, { sequence, statement });
    }
  }
  const names = new Map<string, number>();
  return [...found.values()]
    .sort((a, b) => a.sequence.range.start - b.sequence.range.start)
    .map(({ sequence, statement }) => {
      const opening = sequence.links.findIndex(isOpening);
      const kind = sequence.links[opening]?.name === "graphBuilder" ? "graph" : "layers";
      return { name: unique(nameOf(statement, scope), names), sequence, opening, kind, statement };
    });
}

function isOpening(link: Link): boolean {
  return link.name === "list" || link.name === "graphBuilder";
}

/** The whole chains in an expression: not their parts, but the chains among their arguments. */
export function chainHeads(expression: Expression): Expression[] {
  const heads: Expression[] = [];
  const open: Expression[] = [expression];
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === "invoke") heads.push(part);
    let link = part;
    while (link.kind === "invoke" || link.kind === "select") {
      if (link.kind === "invoke") open.push(...link.args);
      if (!link.on) break;
      link = link.on;
    }
    if (link === part && part.kind !== "invoke" && part.kind !== "select") open.push(...inside(part));
    else if (link.kind !== "invoke" && link.kind !== "select") open.push(...inside(link));
  }
  return heads;
}

function inside(part: Expression): readonly Expression[] {
  switch (part.kind) {
    case "construct":
      return part.args;
    case "list":
      return part.items;
    case "unary":
    case "cast":
      return [part.operand];
    case "binary":
      return [part.left, part.right];
    case "conditional":
      return [part.condition, part.then, part.otherwise];
    default:
      return [];
  }
}

/** The variable, field or method that a configuration belongs to. */
function nameOf(statement: Statement, scope: Scope): string {
  if (statement.target !== null) return statement.target;
  if (statement.isReturn && statement.method) return statement.method.name;
  let base = statement.expression;
  while (base.kind === "invoke" && base.on) base = base.on;
  if (base.kind === "name" && scope.declarationOf(base.name, base.range.start)) return base.name;
  return statement.method?.name ?? "network";
}

function unique(name: string, taken: Map<string, number>): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  if (count === 1) return name;
  const numbered = `${name}${String(count)}`;
  return taken.has(numbered) ? unique(name, taken) : unique(numbered, taken);
}
