import { ContextTracker, ExternalTokenizer, type InputStream } from "@lezer/lr";
import {
  argumentsOpen,
  curlyClose,
  curlyOpen,
  lambdaOpen,
  roundClose,
  roundOpen,
  squareClose,
  squareOpen,
  stray,
  strayInChain,
  subscriptOpen,
  TypeArguments,
  Unclosed,
} from "../../../generated/kotlin-terms.js";
import { isLineOfItsOwn, startsStatement } from "./lines.js";

/** The brackets that are open at a place, the innermost first. */
interface Open {
  readonly bracket: string;
  readonly outer: Open | null;
  readonly depth: number;
}

/** Nobody nests code deeper; what is nested deeper in hostile text is not taken for brackets, lest it exhaust the stack. */
const deepest = 1000;

const bracketOf = new Map([
  [roundOpen, "("],
  [argumentsOpen, "("],
  [curlyOpen, "{"],
  [lambdaOpen, "{"],
  [squareOpen, "["],
  [subscriptOpen, "["],
]);

const closers: ReadonlySet<number> = new Set([roundClose, curlyClose, squareClose, Unclosed]);

export const openBrackets = new ContextTracker<Open | null>({
  start: null,
  shift(open, term) {
    const bracket = bracketOf.get(term);
    if (bracket !== undefined) return { bracket, outer: open, depth: (open?.depth ?? 0) + 1 };
    return closers.has(term) ? (open?.outer ?? null) : open;
  },
  // Hashes tell which parts of an older tree can be used again; a file is parsed as a whole. Without them the tree holds no marks
  // of contexts, which Lezer 1.5 takes for nodes where it is nested more than 2,500 levels deep.
  hash: () => 0,
});

/** How an opening bracket is read: on its own, or as the continuation of what stands before it on the same line. */
const openers: ReadonlyMap<string, readonly [alone: number, continuing: number]> = new Map([
  ["(", [roundOpen, argumentsOpen]],
  ["{", [curlyOpen, lambdaOpen]],
  ["[", [squareOpen, subscriptOpen]],
]);

const endings: ReadonlyMap<string, readonly [opener: string, term: number]> = new Map([
  [")", ["(", roundClose]],
  ["}", ["{", curlyClose]],
  ["]", ["[", squareClose]],
]);

/**
 * All brackets. A line break ends Kotlin's statements, so a bracket on a line of its own continues no call. One that is not
 * closed ends where an outer one is closed, or where a statement begins that cannot stand in it: damage stays where it is.
 */
export const brackets = new ExternalTokenizer(
  (input, stack) => {
    const open = stack.context as Open | null;
    const next = input.next < 0 ? "" : String.fromCharCode(input.next);
    const opener = openers.get(next);
    const ending = endings.get(next);
    if (opener && open && open.depth >= deepest) input.acceptToken(stray, 1);
    else if (opener) {
      const [alone, continuing] = opener;
      input.acceptToken(stack.canShift(continuing) && !isLineOfItsOwn(input) ? continuing : alone, 1);
    } else if (ending) {
      const [bracket, term] = ending;
      if (open?.bracket === bracket) input.acceptToken(term, 1);
      else if (isOpen(open, bracket)) input.acceptToken(Unclosed, 0);
      else input.acceptToken(next !== "}" && isBeforeLink(input) ? strayInChain : stray, 1);
    } else if (next === "<" && stack.canShift(TypeArguments)) {
      const length = typeArgumentsLength(input);
      if (length > 0) input.acceptToken(TypeArguments, length);
    } else if (open && (next === "" || (open.bracket !== "{" && startsStatement(input)))) input.acceptToken(Unclosed, 0);
  },
  { contextual: true },
);

/** True when a chain goes on behind a bracket: `.nOut(3)) .activation(…)`. */
function isBeforeLink(input: InputStream): boolean {
  let ahead = 1;
  while (/\s/.test(String.fromCharCode(input.peek(ahead)))) ahead++;
  return input.peek(ahead) === ".".charCodeAt(0);
}

function isOpen(open: Open | null, bracket: string): boolean {
  for (let at = open; at; at = at.outer) if (at.bracket === bracket) return true;
  return false;
}

/** `<` is much oftener a comparison: type arguments are not looked for farther than this. */
const longestTypeArguments = 200;

/** The length of `<Int, List<String>>` when a call follows; 0 for a comparison. */
function typeArgumentsLength(input: InputStream): number {
  let depth = 0;
  for (let ahead = 0; ahead < longestTypeArguments; ahead++) {
    const character = String.fromCharCode(input.peek(ahead));
    if (character === "<") depth++;
    else if (character === ">") depth--;
    else if (!/[\w.,?*\s]/.test(character)) return 0;
    if (depth > 0) continue;
    let after = ahead + 1;
    while (input.peek(after) === 32) after++;
    return /[({]/.test(String.fromCharCode(input.peek(after))) ? ahead + 1 : 0;
  }
  return 0;
}
