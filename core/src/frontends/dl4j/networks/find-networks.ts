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
  if (statement.target !== null) return statement.target;
  if (statement.regions.some(({ isLambda }) => isLambda)) return variableAround(statement, scope) ?? "network";
  if (statement.isReturn && statement.method) return statement.method.name;
  let base = statement.expression;
  while (base.kind === "invoke" && base.on) base = base.on;
  if (base.kind === "name" && scope.declarationOf(base.name, base.range.start)) return base.name;
  return statement.method?.name ?? "network";
}

/** The variable that a lambda is stored in. */
function variableAround({ range }: Statement, { program }: Scope): string | undefined {
  return program.declarations.find(
    ({ initializer }) => initializer && initializer.range.start <= range.start && range.end <= initializer.range.end,
  )?.name;
}

function unique(name: string, taken: Map<string, number>): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  if (count === 1) return name;
  const numbered = `${name}${String(count)}`;
  return taken.has(numbered) ? unique(name, taken) : unique(numbered, taken);
}
