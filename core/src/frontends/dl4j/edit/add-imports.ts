import type { Program } from "../program/program.js";
import { fullName } from "./class-packages.js";
import { lineEnding } from "./layout.js";
import type { TextEdits } from "./text-edits.js";

/** Adds the imports that new text needs, each once, where they belong in the order of the others. */
export function addImports(program: Program, statementEnd: string, edits: TextEdits): void {
  const missing = [...edits.imports]
    .map(fullName)
    .filter((path) => path !== undefined)
    .filter((path) => !isImported(path, program))
    .sort();
  const eol = lineEnding(program.text);
  const plain = program.imports.filter((one) => !one.isStatic && one.path !== "");
  for (const path of missing) {
    const line = `import ${path}${statementEnd}`;
    const after = plain.filter((one) => one.path < path).at(-1);
    const [first] = plain;
    if (after) edits.insert(after.range.end, `${eol}${line}`);
    else if (first) edits.insert(first.range.start, `${line}${eol}`);
    else edits.insert(placeWithoutImports(program.text), `${line}${eol}`);
  }
}

function isImported(path: string, program: Program): boolean {
  const dot = path.lastIndexOf(".");
  const [packageName, simple] = [path.slice(0, dot), path.slice(dot + 1)];
  if (new RegExp(`^\\s*package\\s+${packageName.replaceAll(".", "\\.")}\\s*;?\\s*$`, "m").test(program.text)) return true;
  return program.imports.some(
    (one) => !one.isStatic && (one.path === path || (one.isWildcard && one.path === packageName) || one.path.endsWith(`.${simple}`)),
  );
}

/** The line after the package declaration; without one the file's beginning, after what Kotlin says of the file itself. */
function placeWithoutImports(text: string): number {
  const declaration = /^[ \t]*package\s+[\w.]+[ \t]*;?[ \t]*\r?\n/m.exec(text);
  if (declaration) return declaration.index + declaration[0].length;
  return /^(?:#!.*\r?\n|@file:.*\r?\n|[ \t]*\r?\n)*(?<=@file:.*\r?\n|#!.*\r?\n)/.exec(text)?.[0].length ?? 0;
}
