import type { Range } from "../../../model/range.js";
import type { Editing } from "./written-file.js";

/** Another name or number in the place of a literal; not of a constant, which others may use. */
export function respell(at: Range, as: string, { text, edits }: Editing): boolean {
  const literal = text.slice(at.start, at.end);
  if (/^\d+$/.test(literal)) edits.replace(at, as);
  else if (/^"[^"\\\n]*"$/.test(literal)) edits.replace(at, `"${as}"`);
  else return false;
  return true;
}
