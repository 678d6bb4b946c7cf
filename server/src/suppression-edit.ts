import type { TextEdit } from "../../core/src/model/index.js";
import type { Model } from "./models/model.js";

/** Writes a comment over a line that silences one rule in it; into the comment that is there already, where there is one. */
export function suppressionEdit({ document }: Model, offset: number, rule: string): TextEdit {
  const { line } = document.positionAt(offset);
  const lineStart = document.offsetAt({ line, character: 0 });
  const above = line === 0 ? "" : document.getText({ start: { line: line - 1, character: 0 }, end: { line, character: 0 } });
  const existing = /^\s*\/\/ *nnlint-disable-next-line +[\w/-]+(?:[\s,]+(?!--)[\w/-]+)*/.exec(above);
  if (existing) {
    const at = document.offsetAt({ line: line - 1, character: existing[0].length });
    return { range: { start: at, end: at }, newText: `, ${rule}` };
  }
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  const newLine = document.getText().includes("\r\n") ? "\r\n" : "\n";
  return { range: { start: lineStart, end: lineStart }, newText: `${indent}// nnlint-disable-next-line ${rule}${newLine}` };
}
