import { distance } from "fastest-levenshtein";
import type { Problem } from "../../model/written.js";
import type { NameNode } from "./syntax/tree.js";
import { otherNames } from "./vocabulary/other-names.js";
import type { Range } from "../../model/range.js";

/** How a name is compared: without regard to case, `-` and `_`, so that a constant pasted from Java is found. */
export function comparable(name: string): string {
  return name.replace(/[-_]/gu, "").toLowerCase();
}

/** Known names by how far they are from the one that is written. */
interface Nearest {
  /** Close enough to be what was meant. */
  readonly near: string | undefined;
  /** Replacing what is written by each of the nearest names, at most three. */
  readonly fixes: Problem["fixes"];
}

const mostFixes = 3;

/** The nearest known names; what another library calls so comes first; where none is close, the least far ones all the same. */
export function nearestFixes(written: NameNode, known: readonly string[]): Nearest {
  const wanted = comparable(written.text.slice(0, 60));
  const meanings = otherNames.get(wanted);
  const meant = meanings?.find((name) => known.includes(name));
  if (meant !== undefined) return { near: meant, fixes: [replacement(written.range, meant)] };
  const bound = Math.max(1, Math.floor((wanted.length + 1) / 3));
  const byDistance = known.map((name) => ({ name, away: howFar(wanted, comparable(name)) })).sort((a, b) => a.away - b.away);
  // What another library calls so and does not belong here, is no misspelling of something that does.
  const close = meanings === undefined ? byDistance.filter(({ away }) => away <= bound) : [];
  const offered = (close.length > 0 ? close : byDistance).slice(0, mostFixes);
  return { near: close[0]?.name, fixes: offered.map(({ name }) => replacement(written.range, name)) };
}

/** Edits between two names. Two letters in the wrong order count as one edit, and so does a name that is only begun. */
function howFar(wanted: string, candidate: string): number {
  const edits = distance(wanted, candidate);
  if (wanted.length >= 3 && candidate.startsWith(wanted)) return Math.min(edits, 1);
  return edits === 2 && isTransposed(wanted, candidate) ? 1 : edits;
}

function isTransposed(a: string, b: string): boolean {
  const at = Array.from(a).findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.length === b.length && a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
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
