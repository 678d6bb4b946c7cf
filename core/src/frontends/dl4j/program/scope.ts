import type { Range } from "../../../model/range.js";
import type { Constant } from "./evaluate.js";
import type { Expression } from "./expression.js";
import type { Declaration, Method, Program, Write } from "./program.js";
import { bodyAround, Classes } from "./classes.js";
import { simpleType } from "./program.js";
import { firstWhere } from "./sorted.js";

/** Finds what names mean. */
export interface Scope {
  readonly program: Program;
  readonly classes: Classes;
  /** What {@link evaluate} has found out; `null` for what has no constant value. */
  readonly constants: WeakMap<Expression, Constant | null>;
  /** The declaration that a name refers to at this place; `undefined` when it is not of this file. */
  declarationOf(name: string, at: number): Declaration | undefined;
  /** The field that `this.name` refers to at this place. */
  fieldOf(name: string, at: number): Declaration | undefined;
  /** The fields of this name in whatever class. */
  fieldsNamed(name: string): readonly Declaration[];
  /** The fields of this name that objects of a class have, its own first. */
  fieldsAbove(type: string, name: string): readonly Declaration[];
  /** The declaration whose name stands at a place. */
  declaredAt(start: number): Declaration | undefined;
  /** A variable that is declared within a range. */
  declaredIn(name: string, range: Range): Declaration | undefined;
  methodsNamed(name: string): readonly Method[];
  constructorsOf(type: string): readonly Method[];
  /** The declaration of a method's parameter. */
  parameterOf(method: Method, name: string): Declaration | undefined;
  /** Assignments to a declaration besides its initializer. */
  writesTo(declaration: Declaration): readonly Write[];
  /** All mentions of a declaration besides the declaration itself. */
  mentionsOf(declaration: Declaration): readonly Range[];
  /** A type's name with the class that encloses it, as the imports say: `Builder` → `OutputLayer.Builder`. */
  qualified(type: string): string;
  /** The class that a statically imported constant belongs to. */
  ownerOfImported(constant: string): string | undefined;
}

/** Indexes a program by name. */
export function scopeOf(program: Program): Scope {
  const declarations = groupBy(program.declarations, ({ name }) => name);
  const writes = groupBy(program.writes, ({ name }) => name);
  const methods = groupBy(program.methods, ({ name }) => name);
  const constructors = groupBy(program.methods, ({ isConstructor, owner }) => (isConstructor === true ? owner : undefined));
  const byPlace = groupBy(program.declarations, ({ nameRange }) => nameRange.start);
  const nested = nestedImports(program);

  const byStart = remembering((candidates: readonly Declaration[]) => candidates.toSorted((a, b) => a.scope.start - b.scope.start));
  const innermost = (candidates: readonly Declaration[], at: number): Declaration | undefined => {
    const sorted = byStart(candidates);
    // from the last one that begins before the place: of those around it, it begins last
    for (let index = firstWhere(sorted, ({ scope }) => scope.start > at) - 1; index >= 0; index--) {
      const candidate = sorted[index];
      if (candidate && at <= candidate.scope.end) return candidate;
    }
    return undefined;
  };
  const classes = new Classes(program);
  const { areRelated } = classes;
  /** What a class has from those above it hides what stands around the class. */
  const inherited = (name: string, at: number, seen: Declaration | undefined): Declaration | undefined => {
    if (!areRelated) return seen;
    for (let body = bodyAround(program, at); body; body = bodyAround(program, body.range.start - 1)) {
      if (seen && seen.scope.start >= body.range.start) return seen;
      const [field] = fieldsAbove(body.name, name);
      if (field) return field;
    }
    return seen;
  };
  const fieldsAbove = (type: string, name: string): readonly Declaration[] =>
    classes.above(type).flatMap((one) => {
      const starts = new Set((program.bodies ?? []).flatMap((body) => (body.name === one ? [body.range.start] : [])));
      return fieldsNamed(name).filter(({ scope }) => starts.has(scope.start));
    });
  const found = new Map<string, Map<number, Declaration | undefined>>();
  const declarationOf = (name: string, at: number): Declaration | undefined => {
    const candidates = declarations.get(name);
    if (!candidates) return undefined;
    const places = found.get(name) ?? new Map<number, Declaration | undefined>();
    found.set(name, places);
    if (!places.has(at)) places.set(at, inherited(name, at, innermost(candidates, at)));
    return places.get(at);
  };
  const fields = groupBy(program.declarations, ({ name, kind }) => (kind === "field" ? name : undefined));
  const fieldsNamed = (name: string): readonly Declaration[] => fields.get(name) ?? [];
  const fieldOf = (name: string, at: number): Declaration | undefined => inherited(name, at, innermost(fieldsNamed(name), at));
  /** A field that is set through an object may be that of any class that has one of this name. */
  const isWrittenBy = (declaration: Declaration, write: Write): boolean => {
    if (write.through === undefined) return declarationOf(declaration.name, write.range.start) === declaration;
    return declaration.kind === "field" && (write.through === "object" || fieldOf(declaration.name, write.range.start) === declaration);
  };

  const writesTo = (declaration: Declaration): readonly Write[] =>
    (writes.get(declaration.name) ?? []).filter((write) => isWrittenBy(declaration, write));

  return {
    program,
    classes,
    fieldsAbove,
    constants: new WeakMap(),
    declarationOf,
    fieldOf,
    fieldsNamed,
    declaredAt: (start) => byPlace.get(start)?.[0],
    declaredIn: (name, { start, end }) =>
      declarations.get(name)?.find(({ nameRange }) => start <= nameRange.start && nameRange.start <= end),
    methodsNamed: (name) => methods.get(name) ?? [],
    constructorsOf: (type) => constructors.get(type) ?? [],
    parameterOf: (method, name) =>
      (declarations.get(name) ?? []).find((one) => one.kind === "parameter" && one.method === method && one.regions.length === 0),
    writesTo: remembering(writesTo),
    mentionsOf: (declaration) =>
      (program.mentions.get(declaration.name) ?? []).filter(
        (range) => range.start !== declaration.nameRange.start && declarationOf(declaration.name, range.start) === declaration,
      ),
    qualified(type) {
      const simple = simpleType(type);
      const [head = "", ...rest] = simple.split(".");
      const outer = program.types.has(head) ? undefined : nested.get(head);
      return outer === undefined ? simple : [outer, head, ...rest].join(".");
    },
    ownerOfImported(constant) {
      const found = program.imports.find((one) => one.isStatic && !one.isWildcard && one.path.endsWith(`.${constant}`));
      return found ? simpleType(found.path.slice(0, -constant.length - 1)) : undefined;
    },
  };
}

/** The one value that a variable holds for its whole life, or `undefined`: parameters, counters, variables assigned twice or in a branch. */
export function onlyValue(scope: Scope, declaration: Declaration): Expression | undefined {
  if (declaration.kind === "parameter" || declaration.isAnnotated) return undefined;
  const writes = scope.writesTo(declaration);
  if (declaration.initializer) return writes.length === 0 ? declaration.initializer : undefined;
  const [write] = writes;
  if (writes.length !== 1 || write === undefined || write.value === null) return undefined;
  return write.regions.length === declaration.regions.length ? write.value : undefined;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A function of one object that is worked out once for each. */
function remembering<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
  };
}

/** Imported member classes: `import org.….OutputLayer.Builder` makes `Builder` mean `OutputLayer.Builder`. */
function nestedImports(program: Program): Map<string, string> {
  const nested = new Map<string, string>();
  for (const { path, isWildcard } of program.imports) {
    if (isWildcard) continue;
    const parts = simpleType(path).split(".");
    const last = parts.at(-1);
    if (parts.length > 1 && last !== undefined && /^[A-Z]\w*[a-z]/.test(last)) nested.set(last, parts.slice(0, -1).join("."));
  }
  return nested;
}
