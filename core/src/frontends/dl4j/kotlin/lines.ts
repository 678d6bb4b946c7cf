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
 * argument with `fun` or `object`; they stand behind `(` or `,`.
 */
export function startsStatement(input: InputStream): boolean {
  if (!isLetter(input.next) || !isLineOfItsOwn(input)) return false;
  let word = "";
  for (let ahead = 0; isLetter(input.peek(ahead)) && ahead < 12; ahead++) word += String.fromCharCode(input.peek(ahead));
  if (!statementWord.test(word)) return false;
  return !parameterWord.test(word) || !/[(,]/.test(lastCharacterAbove(input));
}

/** The last character of code on the lines above; lines of comments and annotations are passed over. */
function lastCharacterAbove(input: InputStream): string {
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
    if (code !== "" && !/^(?:\*|\/\*|@)|\*\/$/.test(code)) return code.at(-1) ?? "";
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
