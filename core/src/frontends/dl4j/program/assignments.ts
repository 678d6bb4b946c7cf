import type { Declaration, Method, Region, Write } from "./program.js";
import type { Scope } from "./scope.js";
import { onlyValue } from "./scope.js";
import { byPlace, startingIn } from "./sorted.js";

/** Which variables the parts of a file assign to, each worked out once. */
export class Assignments {
  private readonly writes: readonly Write[];
  private readonly byRegion = new Map<Region, ReadonlySet<Declaration>>();
  private readonly byMethod = new Map<Method | null, ReadonlySet<Declaration>>();

  constructor(private readonly scope: Scope) {
    this.writes = byPlace(scope.program.writes);
  }

  /** Everything that a loop or branch assigns to. */
  in(region: Region): ReadonlySet<Declaration> {
    const known = this.byRegion.get(region) ?? this.within(region);
    this.byRegion.set(region, known);
    return known;
  }

  private within({ range: { start, end } }: Region): ReadonlySet<Declaration> {
    const found = new Set<Declaration>();
    for (const write of startingIn(this.writes, { start, end })) {
      const declaration = this.declarationOf(write);
      if (declaration && write.range.end <= end) found.add(declaration);
    }
    return found;
  }

  /** The fields that methods other than this one assign to. */
  fieldsOfOthers(method: Method | null): ReadonlySet<Declaration> {
    const known = this.byMethod.get(method) ?? this.fieldsWhere((writing) => writing !== method);
    this.byMethod.set(method, known);
    return known;
  }

  /** The fields that methods assign to beside the constructors, unless that is all that ever gives them a value. */
  readonly fieldsOfMethods = (): ReadonlySet<Declaration> => {
    const found = this.fieldsWhere(({ isConstructor }) => isConstructor !== true);
    return new Set([...found].filter((field) => onlyValue(this.scope, field) === undefined));
  };

  private fieldsWhere(isMeant: (writing: Method) => boolean): ReadonlySet<Declaration> {
    const found = new Set<Declaration>();
    for (const write of this.writes) {
      const field = write.method && isMeant(write.method) ? this.declarationOf(write) : undefined;
      if (field?.kind === "field") found.add(field);
    }
    return found;
  }

  private declarationOf({ name, range, through }: Write): Declaration | undefined {
    return through === undefined ? this.scope.declarationOf(name, range.start) : this.scope.fieldOf(name, range.start);
  }
}
