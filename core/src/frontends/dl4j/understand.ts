import type { FoundNetwork } from "./networks/find-networks.js";
import { findNetworks } from "./networks/find-networks.js";
import { Execution } from "./program/execution.js";
import type { Program } from "./program/program.js";
import type { Scope } from "./program/scope.js";
import { scopeOf } from "./program/scope.js";
import type { Sequences } from "./program/sequence.js";

/** A program with what came of running it. */
export interface Understood {
  readonly scope: Scope;
  readonly sequences: Sequences;
  readonly found: readonly FoundNetwork[];
}

const known = new WeakMap<Program, Understood>();

/** Runs a program as far as it can be; once, however many fixes are looked for in it. */
export function understand(program: Program): Understood {
  const understood = known.get(program) ?? run(program);
  known.set(program, understood);
  return understood;
}

function run(program: Program): Understood {
  const scope = scopeOf(program);
  const sequences = new Execution(scope);
  return { scope, sequences, found: findNetworks(scope, sequences) };
}
