import { ExternalTokenizer, type InputStream } from "@lezer/lr";
import { BlockComment, String as Text } from "../../../generated/kotlin-terms.js";

const [lineFeed, quote, dollar, star, slash, backslash, curlyOpen, curlyClose] = [10, 34, 36, 42, 47, 92, 123, 125];

/** Texts in templates in texts deeper than this are not followed. */
const deepest = 20;

/** Texts with templates, and comments in comments: what no regular expression can follow. */
export const texts = new ExternalTokenizer((input) => {
  if (input.next === quote) input.acceptToken(Text, textLength(input, 0, 0));
  else if (input.next === slash && input.peek(1) === star) input.acceptToken(BlockComment, commentLength(input));
});

/** How long a text is; one that is not closed ends with its line, a raw one with the file. */
function textLength(input: InputStream, start: number, depth: number): number {
  const isQuotes = (at: number): boolean => input.peek(at) === quote && input.peek(at + 1) === quote && input.peek(at + 2) === quote;
  const isRaw = isQuotes(start);
  let at = start + (isRaw ? 3 : 1);
  for (;;) {
    const code = input.peek(at);
    if (code < 0 || (code === lineFeed && !isRaw)) return at - start;
    if (isRaw ? isQuotes(at) : code === quote) {
      at += isRaw ? 3 : 1;
      while (isRaw && input.peek(at) === quote) at++; // a raw text may end in quotes of its own
      return at - start;
    }
    if (code === backslash && !isRaw && input.peek(at + 1) !== lineFeed) at += 2;
    else if (code === dollar && input.peek(at + 1) === curlyOpen && depth < deepest) at += templateLength(input, at, isRaw, depth + 1);
    else at++;
  }
}

/** How long `${…}` is: to its brace, or to the end of the line when that is missing. */
function templateLength(input: InputStream, start: number, isRaw: boolean, depth: number): number {
  let at = start + 2;
  for (let braces = 1; braces > 0;) {
    const code = input.peek(at);
    if (code < 0 || (code === lineFeed && !isRaw)) break;
    if (code === curlyOpen) braces++;
    else if (code === curlyClose) braces--;
    at += code === quote ? textLength(input, at, depth) : 1;
  }
  return at - start;
}

function commentLength(input: InputStream): number {
  let at = 2;
  for (let depth = 1; depth > 0 && input.peek(at) >= 0;) {
    const [code, next] = [input.peek(at), input.peek(at + 1)];
    if (code === slash && next === star) depth++;
    else if (code === star && next === slash) depth--;
    else {
      at++;
      continue;
    }
    at += 2;
  }
  return at;
}
