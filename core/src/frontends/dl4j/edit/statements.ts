import { endOfLine, lineEnding } from "./layout.js";
import type { Declaration, Statement } from "../program/program.js";
import type { Editing } from "./written-file.js";

/** The statement that begins at a place. */
export function statementAt(start: number, { recorder }: Editing): Statement | undefined {
  return recorder.scope.program.statements.find(({ range }) => range.start === start);
}

/** The statement that gives a variable its value, when it ends its line. */
export function statementOf(declaration: Declaration, editing: Editing): Statement | undefined {
  const { recorder } = editing;
  const statement = recorder.scope.program.statements.find(
    (one) => one.target === declaration.name && one.range.start >= declaration.nameRange.start && one.method === declaration.method,
  );
  return statement && declaration.kind === "local" && endOfStatement(statement, editing) !== undefined ? statement : undefined;
}

/** The end of a statement that others can stand behind, its semicolon included. */
export function endOfStatement({ range }: Statement, { text, language }: Editing): number | undefined {
  const semicolon = /^\s*;/.exec(text.slice(range.end))?.[0].length;
  if (semicolon !== undefined) return range.end + semicolon;
  const isEndOfLine = /^[ \t]*(\/\/.*)?$/.test(text.slice(range.end, endOfLine(text, range.end)));
  return language.statementEnd === "" && isEndOfLine ? range.end : undefined;
}

/** Statements on lines of their own below another one. */
export function insertAfter(statement: Statement, lines: readonly string[], editing: Editing): void {
  const { text, edits } = editing;
  const end = endOfStatement(statement, editing) ?? statement.range.end;
  const rest = text.slice(end, endOfLine(text, end));
  const lineStart = text.lastIndexOf("\n", statement.range.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const at = /^\s*(\/\/.*)?$/.test(rest) ? end + rest.length : end;
  edits.insert(at, lines.map((line) => `${lineEnding(text)}${indent}${line}`).join(""));
}

/** True where the second statement stands on the line below the first. */
export function isNextLine(first: Statement, second: Statement, editing: Editing): boolean {
  const end = endOfStatement(first, editing);
  return end !== undefined && editing.text.slice(end, second.range.start).split("\n").length === 2;
}

/** A name that no variable of the file has: `normalizer`, `normalizer2`. */
export function freeName(wanted: string, { recorder }: Editing): string {
  const taken = new Set(recorder.scope.program.declarations.map((one) => one.name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  return name;
}
