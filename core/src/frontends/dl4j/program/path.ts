import type { Expression } from "./expression.js";
import type { MadeObject } from "./made-object.js";
import type { Region } from "./program.js";

/**
 * Where in the program's course something happens: the branches and loops around it of which it is not known whether and
 * how often they run. What is certain to run once leaves no trace here.
 */
export interface Path {
  readonly parent: Path | null;
  readonly kind: "branch" | "loop";
  /** One passing of an `if` or `switch`, or one loop. */
  readonly passing: object;
  /** Which of the branches that exclude each other. */
  readonly branch: number;
  /** The text of the branch or loop; absent for what follows a branch that may have left. */
  readonly region?: Region;
  /** How often a loop is run, as far as it says so. */
  readonly rounds?: LoopRounds;
  /** It ends in an exception: nothing after it has seen it. */
  isDead: boolean;
}

/** What a loop says about its rounds: the bounds of its counter, or the data that it goes through to the end. */
export interface LoopRounds {
  readonly bounds?: { readonly from: Expression; readonly to: Expression; readonly inclusive: boolean };
  readonly through?: MadeObject;
}

/** Steps into a branch or loop. */
export function stepInto(
  parent: Path | null,
  kind: Path["kind"],
  passing: object = {},
  branch = 0,
  more: Pick<Path, "region" | "rounds"> = {},
): Path {
  return { parent, kind, passing, branch, isDead: false, ...more };
}

/**
 * Whether something that happened on one path has happened when the program is at another one.
 * @param born where the object began to exist that it happened to: within its own loop it happens once to each object
 */
export function hasHappened(path: Path | null, at: Path | null, born: Path | null): "surely" | "perhaps" | "never" {
  let answer: "surely" | "perhaps" = "surely";
  for (let node = path; node; node = node.parent) {
    if (includes(at, node)) {
      if (node.kind === "loop" && !includes(born, node)) answer = "perhaps";
      continue;
    }
    if (node.isDead || excludes(at, node)) return "never";
    answer = "perhaps";
  }
  return answer;
}

/** True when one is the other, or lies within it. */
export function includes(path: Path | null, wanted: Path): boolean {
  for (let node = path; node; node = node.parent) if (node === wanted) return true;
  return false;
}

/** The other branch of the same `if` was taken. */
function excludes(path: Path | null, other: Path): boolean {
  for (let node = path; node; node = node.parent) if (node.passing === other.passing && node.branch !== other.branch) return true;
  return false;
}
