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
  /** How many branches and loops are around it, and how many of them are loops, itself included. */
  readonly depth: number;
  readonly loops: number;
  /** One further out, for quick ways to those far outside; `null` where nothing is around it. */
  readonly jump: Path | null;
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
  const depth = parent ? parent.depth + 1 : 0;
  const loops = (parent?.loops ?? 0) + (kind === "loop" ? 1 : 0);
  return { parent, kind, passing, branch, depth, loops, jump: jumpFrom(parent), isDead: false, ...more };
}

/** Ways of doubling length, so that any outer one is reached in a few steps. */
function jumpFrom(parent: Path | null): Path | null {
  const near = parent?.jump;
  if (!parent || !near) return parent;
  const isAsFar = parent.depth - near.depth === near.depth - (near.jump?.depth ?? -1);
  return isAsFar ? near.jump : parent;
}

/**
 * Whether something that happened on one path has happened when the program is at another one.
 * @param born where the object began to exist that it happened to: within its own loop it happens once to each object
 */
export function hasHappened(path: Path | null, at: Path | null, born: Path | null): "surely" | "perhaps" | "never" {
  const meeting = meetingOf(path, at);
  let answer: "surely" | "perhaps" = "surely";
  let outermost: Path | null = null;
  for (let node = path; node && node !== meeting; node = node.parent) {
    if (node.isDead) return "never";
    answer = "perhaps";
    outermost = node;
  }
  if (outermost && excludes(at, outermost)) return "never";
  const isInLoop = (meeting?.loops ?? 0) > (meetingOf(meeting, born)?.loops ?? 0);
  return isInLoop ? "perhaps" : answer;
}

/** True when one is the other, or lies within it. */
export function includes(path: Path | null, wanted: Path): boolean {
  return ancestorAt(path, wanted.depth) === wanted;
}

/** The innermost branch or loop that holds both. */
function meetingOf(one: Path | null, other: Path | null): Path | null {
  const depth = Math.min(one?.depth ?? -1, other?.depth ?? -1);
  let [a, b] = [ancestorAt(one, depth), ancestorAt(other, depth)];
  while (a && b && a !== b) [a, b] = a.jump === b.jump ? [a.parent, b.parent] : [a.jump, b.jump];
  return a;
}

function ancestorAt(path: Path | null, depth: number): Path | null {
  let node = path;
  while (node && node.depth > depth) node = (node.jump?.depth ?? -1) >= depth ? node.jump : node.parent;
  return node;
}

/** The other branch of the same `if` was taken: it has the same things around it. */
function excludes(path: Path | null, other: Path): boolean {
  const beside = ancestorAt(path, other.depth);
  return beside?.passing === other.passing && beside.branch !== other.branch;
}
