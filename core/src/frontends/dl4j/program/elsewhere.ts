import { declarationFor } from "./evaluate.js";
import type { Expression, Invoke } from "./expression.js";
import type { Declaration, Method } from "./program.js";
import type { Scope } from "./scope.js";
import { forEachPart } from "./sequence.js";

interface Use {
  readonly method: Method;
  readonly calls: readonly Invoke[];
}

/** What methods that are not under way may have done, or may do, to the objects in fields. */
export class Elsewhere {
  private readonly uses = new Map<Declaration, Use[]>();
  private readonly called = new Map<Method, ReadonlySet<string>>();

  constructor(private readonly scope: Scope) {
    const { statements } = scope.program;
    const names = new Map<Method, Set<string>>();
    for (const { expression, method } of statements) {
      if (!method) continue;
      const known = names.get(method) ?? new Set<string>();
      names.set(method, known);
      forEachPart(expression, (part) => {
        if (part.kind === "invoke") known.add(part.name);
      });
      this.note(expression, method);
    }
    this.called = names;
  }

  private note(expression: Expression, method: Method): void {
    const calls: Invoke[] = [];
    let base = expression;
    while (base.kind === "invoke" && base.on) {
      calls.unshift(base);
      base = base.on;
    }
    const field = calls.length > 0 && method.isConstructor !== true ? declarationFor(base, this.scope) : undefined;
    if (field?.kind === "field") this.uses.set(field, [...(this.uses.get(field) ?? []), { method, calls }]);
  }

  /** The calls on a field's object in methods that `entry` does not come to itself. */
  callsOn(field: Declaration, entry: Method): readonly Invoke[] {
    const uses = this.uses.get(field);
    if (!uses) return [];
    const reached = this.reachedFrom(entry);
    return uses.filter(({ method }) => !reached.has(method)).flatMap(({ calls }) => calls);
  }

  private reachedFrom(entry: Method): ReadonlySet<Method> {
    const reached = new Set([entry]);
    for (const method of reached) {
      const names = this.called.get(method);
      for (const other of this.scope.program.methods) if (names?.has(other.name) === true) reached.add(other);
    }
    return reached;
  }
}
