import type { Range } from "../../../model/range.js";
import type { Expression } from "./expression.js";
import type { Declaration, Method, Program, Write } from "./program.js";
import { simpleType } from "./program.js";

/** Finds what names mean. */
export interface Scope {
  readonly program: Program;
  /** The declaration that a name refers to at this place; `undefined` when it is not of this file. */
  declarationOf(name: string, at: number): Declaration | undefined;
  /** The field that `this.name` refers to at this place. */
  fieldOf(name: string, at: number): Declaration | undefined;
  /** The fields of this name in whatever class. */
  fieldsNamed(name: string): readonly Declaration[];
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
  const declarations = groupByName(program.declarations);
  const writes = groupByName(program.writes);
  const nested = nestedImports(program);

  const innermost = (candidates: readonly Declaration[], at: number): Declaration | undefined => {
    let best: Declaration | undefined;
    for (const candidate of candidates) {
      if (at < candidate.scope.start || at > candidate.scope.end) continue;
      if (best === undefined || candidate.scope.start >= best.scope.start) best = candidate;
    }
    return best;
  };
  const declarationOf = (name: string, at: number): Declaration | undefined => innermost(declarations.get(name) ?? [], at);
  const fieldsNamed = (name: string): readonly Declaration[] => (declarations.get(name) ?? []).filter(({ kind }) => kind === "field");
  const fieldOf = (name: string, at: number): Declaration | undefined => innermost(fieldsNamed(name), at);
  /** A field that is set through an object may be that of any class that has one of this name. */
  const isWrittenBy = (declaration: Declaration, write: Write): boolean => {
    if (write.through === undefined) return declarationOf(declaration.name, write.range.start) === declaration;
    return declaration.kind === "field" && (write.through === "object" || fieldOf(declaration.name, write.range.start) === declaration);
  };

  return {
    program,
    declarationOf,
    fieldOf,
    fieldsNamed,
    parameterOf: (method, name) =>
      (declarations.get(name) ?? []).find((one) => one.kind === "parameter" && one.method === method && one.regions.length === 0),
    writesTo: (declaration) => (writes.get(declaration.name) ?? []).filter((write) => isWrittenBy(declaration, write)),
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

function groupByName<T extends { readonly name: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.name);
    if (group) group.push(item);
    else groups.set(item.name, [item]);
  }
  return groups;
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
