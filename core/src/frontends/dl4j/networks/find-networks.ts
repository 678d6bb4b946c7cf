import { keyOf } from "../program/execution.js";
import type { Statement } from "../program/program.js";
import type { Scope } from "../program/scope.js";
import type { Sequence, Sequences } from "../program/sequence.js";

/** A network configuration in a file: everything called on its builder. */
export interface FoundNetwork {
  readonly name: string;
  readonly sequence: Sequence;
  readonly kind: "layers" | "graph" | "transfer";
  /** The statement that ends the configuration. */
  readonly statement: Statement | null;
}

/** What tells one network of a file from another; `undefined` for anything else. */
export function identityOf(sequence: Sequence | undefined): string | undefined {
  return sequence?.network && keyOf(sequence);
}

/** All network configurations of a file in the order written. */
export function findNetworks(scope: Scope, sequences: Sequences): readonly FoundNetwork[] {
  const names = new Map<string, number>();
  return sequences.networks.flatMap((sequence) => {
    const { network } = sequence;
    if (!network) return [];
    const { kind, statement } = network;
    return [{ name: unique(nameOf(statement, scope), names), sequence, kind, statement }];
  });
}

/** The variable, field or method that a configuration belongs to. */
function nameOf(statement: Statement | null, scope: Scope): string {
  if (!statement) return "network";
  const isBlock = statement.target !== null && isReceiver(statement.target, statement, scope);
  if (statement.target !== null && !isBlock) return statement.target;
  const isLambda = statement.regions.some((region) => region.isLambda);
  const around = isBlock || isLambda ? variableAround(statement, scope) : undefined;
  if (around !== undefined || isLambda) return around ?? "network";
  if (statement.isReturn && statement.method) return byMethod(statement);
  let base = statement.expression;
  while (base.kind === "invoke" && base.on) base = base.on;
  const isNamed = base.kind === "name" && scope.declarationOf(base.name, base.range.start) && !isReceiver(base.name, statement, scope);
  return isNamed && base.kind === "name" ? base.name : byMethod(statement);
}

function byMethod({ method }: Statement): string {
  return method?.name || "network";
}

/** What a block of Kotlin is called on has no name of its own. */
function isReceiver(name: string, { range }: Statement, scope: Scope): boolean {
  return scope.declarationOf(name, range.start)?.kind === "receiver";
}

/** The variable that a lambda is stored in, or that keeps the object of a block: `val layers = builder.list().apply { … }`. */
function variableAround({ range }: Statement, { program }: Scope): string | undefined {
  return program.declarations.find(
    ({ kind, initializer }) =>
      kind !== "receiver" && initializer && initializer.range.start <= range.start && range.end <= initializer.range.end,
  )?.name;
}

function unique(name: string, taken: Map<string, number>): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  if (count === 1) return name;
  const numbered = `${name}${String(count)}`;
  return taken.has(numbered) ? unique(name, taken) : unique(numbered, taken);
}
