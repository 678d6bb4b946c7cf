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
  private readonly reached = new Map<Method, ReadonlySet<Method>>();
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
    if (field?.kind !== "field") return;
    const known = this.uses.get(field);
    if (known) known.push({ method, calls });
    else this.uses.set(field, [{ method, calls }]);
  }

  /** The fields on whose objects methods call something. */
  get fields(): Iterable<Declaration> {
    return this.uses.keys();
  }

  /** The calls on a field's object in methods that `entry` does not come to itself. */
  callsOn(field: Declaration, entry: Method): readonly Invoke[] {
    const uses = this.uses.get(field);
    if (!uses) return [];
    const reached = this.reachedFrom(entry);
    return uses.filter(({ method }) => !reached.has(method)).flatMap(({ calls }) => calls);
  }

  private reachedFrom(entry: Method): ReadonlySet<Method> {
    const known = this.reached.get(entry);
    if (known) return known;
    const reached = new Set([entry]);
    for (const method of reached)
      for (const name of this.called.get(method) ?? []) for (const other of this.scope.methodsNamed(name)) reached.add(other);
    this.reached.set(entry, reached);
    return reached;
  }
}
