import type { InputStream } from "@lezer/lr";

/** Lines above a place that are looked through for the end of the code before it. */
const farthest = 20;

/** True when only white space stands before the input's place on its line. */
export function isLineOfItsOwn(input: InputStream): boolean {
  let before = -1;
  while (isBlank(input.peek(before))) before--;
  return isBreak(input.peek(before));
}

const statementWord = /^(?:val|var|fun|class|object|interface|import|for|while|return|throw|private|public|internal|protected|override)$/;
const parameterWord = /^(?:val|var|private|public|internal|protected|override|fun|object)$/;

/**
 * True at the first word of a line that can only begin a statement. Parameters of a constructor may begin with `val`, and an
 * argument with `fun` or `object`; they stand behind `(` or `,`. A call begins one where the line above ends with a value.
 */
export function startsStatement(input: InputStream): boolean {
  if (!isLetter(input.next) || !isLineOfItsOwn(input)) return false;
  let length = 0;
  let word = "";
  for (; isLetter(input.peek(length)) && length < longestWord; length++) word += String.fromCharCode(input.peek(length));
  if (!statementWord.test(word)) return isCall(input.peek(length), word) && endsWithValue.test(lineAbove(input));
  return !parameterWord.test(word) || !/[(,]$/.test(lineAbove(input));
}

const longestWord = 40;

/** `else (…)` goes on with what stands before; so does an infix function, which is given a blank. */
function isCall(after: number, word: string): boolean {
  return after === "(".charCodeAt(0) && !/^(?:else|if|when|in|is|as)$/.test(word);
}

/** A name, a literal or a closed bracket, other than that of `if (…)`. */
const endsWithValue = /^(?!.*\b(?:(?:if|when|while|for)\b[^{]*|else)$).*[\w)\]}"'!]$/;

/** The code on the lines above; lines of comments and annotations are passed over. */
function lineAbove(input: InputStream): string {
  let at = -1;
  for (let lines = 0; lines < farthest; lines++) {
    while (!isBreak(input.peek(at)) && input.peek(at) >= 0) at--;
    if (input.peek(at) < 0) return "";
    const end = at;
    at--;
    while (!isBreak(input.peek(at)) && input.peek(at) >= 0) at--;
    let line = "";
    for (let column = at + 1; column < end; column++) line += String.fromCharCode(input.peek(column));
    const code = line.replace(/\/\/.*$/, "").trim();
    if (code !== "" && !/^(?:\*|\/\*|@)|\*\/$/.test(code)) return code;
  }
  return "";
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
