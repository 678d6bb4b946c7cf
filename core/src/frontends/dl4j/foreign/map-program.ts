import type { Expression, Name, Select } from "../program/expression.js";
import type { Program } from "../program/program.js";

/** A dotted name as a whole: `Config.HIDDEN`, `HIDDEN`. */
export type DottedName = Name | Select;

/** Parts of a program that hold no expressions. */
const others: ReadonlySet<string> = new Set(["text", "comments", "imports", "types", "mentions"]);

/** Calls `visit` for every name of a program that stands for a value; a dotted name is visited as a whole. */
export function forEachName(program: Program, visit: (name: DottedName) => void): void {
  const seen = new Set<object>();
  const open: unknown[] = Object.entries(program).flatMap(([key, part]) => (others.has(key) ? [] : [part as unknown]));
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isDotted(value)) visit(value);
    else open.push(...(Object.values(value) as unknown[]));
  }
}

/**
 * The program with some names replaced by what they stand for. What is the same object in several places (a loop around
 * several statements) is one object afterwards too.
 */
export function mapNames(program: Program, replace: (name: DottedName) => Expression | undefined): Program {
  const known = new Map<object, unknown>();
  const mapped = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (!known.has(value)) known.set(value, (isDotted(value) ? replace(value) : undefined) ?? inside(value));
    return known.get(value);
  };
  const inside = (value: object): object => {
    const before = Object.entries(value) as [string, unknown][];
    const after = before.map(([key, part]): [string, unknown] => [key, mapped(part)]);
    if (after.every(([, part], index) => part === before[index]?.[1])) return value;
    return Array.isArray(value) ? after.map(([, part]) => part) : Object.fromEntries(after);
  };
  const entries = Object.entries(program).map(([key, part]) => [key, others.has(key) ? (part as unknown) : mapped(part)]);
  return { ...program, ...Object.fromEntries(entries) } as Program;
}

function isDotted(value: object): value is DottedName {
  if (!("kind" in value) || !("range" in value)) return false;
  if (value.kind === "name") return true;
  return value.kind === "select" && "on" in value && typeof value.on === "object" && value.on !== null && isDotted(value.on);
}
