import { dottedName, type Expression } from "../program/expression.js";
import type { Program } from "../program/program.js";
import { scopeOf } from "../program/scope.js";
import { fullNamesOf, ownersOf } from "./class-names.js";
import { forEachName } from "./map-program.js";

/** A name in a program that may be a constant of another file. */
export interface ForeignReference {
  /** As written: `Config.HIDDEN`, `HIDDEN`. */
  readonly name: string;
  /** The names in full that it may stand for, by falling precedence; in each group the one that exists. */
  readonly candidates: readonly (readonly string[])[];
}

/** More names than this are not looked up: a table of constants is no network. */
const mostReferences = 200;

/** The names of a program that it does not declare itself and that may be constants of other files of the workspace. */
export function foreignReferences(program: Program): readonly ForeignReference[] {
  const scope = scopeOf(program);
  const found = new Map<string, ForeignReference>();
  const note = (name: string, owners: readonly (readonly string[])[], constant: string): void => {
    const candidates = owners.map((names) => names.map((owner) => `${owner}.${constant}`)).filter((names) => names.length > 0);
    if (candidates.length > 0 && found.size < mostReferences) found.set(name, { name, candidates });
  };
  const isDeclared = (expression: Expression, name: string): boolean => {
    const [head = ""] = name.split(".");
    return program.types.has(head) || head === "this" || scope.declarationOf(head, expression.range.start) !== undefined;
  };
  forEachName(program, (expression) => {
    const name = dottedName(expression);
    if (name === undefined || found.has(name) || isDeclared(expression, name)) return;
    const parts = name.split(".");
    const constant = parts.at(-1) ?? "";
    const first = parts.findIndex((part) => /^[A-Z]/.test(part));
    if (parts.length === 1) note(name, ownersOf(name, program), name);
    else if (first > 0 && first < parts.length - 1) note(name, [[parts.slice(0, -1).join(".")]], constant);
    else if (first === 0) note(name, fullNamesOf(parts.slice(0, -1).join("."), program), constant);
  });
  return [...found.values()];
}
