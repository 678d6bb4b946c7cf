import { distance } from "fastest-levenshtein";
import type { Problem } from "../../model/written.js";
import type { NameNode } from "./syntax/tree.js";
import type { Range } from "../../model/range.js";

/** How a name is compared: without regard to case, `-` and `_`, so that a constant pasted from Java is found. */
export function comparable(name: string): string {
  return name.replace(/[-_]/gu, "").toLowerCase();
}

/** The known names that are close enough to be what was meant, the nearest first; at most three. */
export function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const wanted = comparable(name.slice(0, 60));
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .map((candidate) => ({ candidate, away: howFar(wanted, comparable(candidate)) }))
    .filter(({ away }) => away <= bound)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** A beginning counts as near: `momentum` for `mom`. */
function howFar(wanted: string, candidate: string): number {
  const edits = distance(wanted, candidate);
  return wanted.length >= 3 && candidate.startsWith(wanted) ? Math.min(edits, 1) : edits;
}

/** Replacing the range by each of the nearest names. */
export function nearestFixes(written: NameNode, known: readonly string[]): { near: string | undefined; fixes: Problem["fixes"] } {
  const near = nearestNames(written.text, known);
  return { near: near[0], fixes: near.map((name) => replacement(written.range, name)) };
}

/** A fix that writes `text` at `range`. */
export function replacement(range: Range, text: string): Problem["fixes"][number] {
  return { title: `Replace with \`${text}\``, edits: [{ range, newText: text }] };
}

/** `a`, `b` and `c`. */
export function quoted(names: readonly string[]): string {
  const marked = names.map((name) => `\`${name}\``);
  return marked.length < 2 ? marked.join("") : `${marked.slice(0, -1).join(", ")} and ${marked.at(-1) ?? ""}`;
}
