import type { Expression, Invoke } from "../program/expression.js";
import { declarationFor } from "../program/evaluate.js";
import type { Declaration } from "../program/program.js";
import { onlyValue } from "../program/scope.js";
import type { Sequence } from "../program/sequence.js";
import { classOf } from "../values/objects.js";
import type { Recorder } from "../values/recorder.js";
import type { IteratorClass, Role } from "./iterator-classes.js";
import { iteratorClass } from "./iterator-classes.js";

/** Where data comes from: the iterator or data set at its source, and what it passes through on its way. */
export interface Provenance {
  /** The object at the source; `undefined` when it is not made in this file. */
  readonly source: Sequence | undefined;
  /** Variables on the way, the last one first. */
  readonly through: readonly Declaration[];
  /** Calls on the way: `next`, `splitTestAndTrain`, `getTrain`. */
  readonly calls: readonly Invoke[];
  /** Iterators around it, the outermost first. */
  readonly wrappers: readonly Sequence[];
}

const deepest = 20;

/** Follows data back to its source. */
export function provenanceOf(expression: Expression, recorder: Recorder): Provenance {
  const through: Declaration[] = [];
  const calls: Invoke[] = [];
  const wrappers: Sequence[] = [];
  let at: Expression | undefined = expression;
  for (let steps = 0; at && steps < deepest; steps++) {
    if (at.kind === "cast") at = at.operand;
    else if (at.kind === "construct" || isBuilt(at)) {
      const sequence = recorder.sequences.of(at);
      if (!sequence) break;
      const underlying = underlyingOf(sequence);
      if (!underlying) return { source: sequence, through, calls, wrappers };
      wrappers.push(sequence);
      at = underlying;
    } else if (at.kind === "invoke" && at.on) {
      calls.push(at);
      at = at.on;
    } else {
      const declaration = declarationFor(at, recorder.scope);
      if (!declaration) break;
      through.push(declaration);
      at = onlyValue(recorder.scope, declaration);
    }
  }
  return { source: undefined, through, calls, wrappers };
}

/** `new X.Builder(…)…build()` */
function isBuilt(expression: Expression): boolean {
  let base = expression;
  while (base.kind === "invoke" && base.on) base = base.on;
  return base !== expression && base.kind === "construct" && base.type.endsWith("Builder");
}

function underlyingOf(sequence: Sequence): Expression | undefined {
  const given = sequence.made?.args ?? [];
  const roles = rolesOf(classOf(sequence), given.length, () => true);
  const index = roles?.indexOf("source") ?? -1;
  const found = index < 0 ? undefined : given[index];
  return found && (found.kind === "name" || found.kind === "invoke" || found.kind === "construct" || found.kind === "select")
    ? found
    : undefined;
}

/** What the arguments of an iterator's constructor are. */
export function rolesOf(name: string, count: number, fits: (roles: readonly Role[]) => boolean): readonly Role[] | undefined {
  const known: IteratorClass | undefined = iteratorClass(name);
  return known?.constructors.find((roles) => roles.length === count && fits(roles));
}
