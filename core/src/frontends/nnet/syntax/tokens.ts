import { ExternalTokenizer, type InputStream } from "@lezer/lr";
import {
  Boolean as BooleanWord,
  DataWord,
  DefaultsWord,
  FromWord,
  InputWord,
  Key,
  LayerWord,
  Name,
  NetworkWord,
  TrainWord,
  VertexWord,
} from "../../../generated/nnet-terms.js";

const words: ReadonlyMap<string, number> = new Map([
  ["network", NetworkWord],
  ["data", DataWord],
  ["train", TrainWord],
  ["defaults", DefaultsWord],
  ["input", InputWord],
  ["layer", LayerWord],
  ["vertex", VertexWord],
  ["from", FromWord],
  ["true", BooleanWord],
  ["false", BooleanWord],
]);

const longestWord = 8;
const [lineFeed, slash, star, colon] = [10, 47, 42, 58];

/**
 * Tells keys from other names by the `:` after them, so that a missing value or brace cannot swallow what follows.
 * `input` before a `:` is the item where an item may stand, and a key elsewhere.
 */
export const names = new ExternalTokenizer(
  (input, stack) => {
    if (!isLetter(input.next)) return;
    let length = 0;
    let text = "";
    while (isLetter(input.next) || isDigit(input.next) || input.next === 45) {
      if (length++ <= longestWord) text += String.fromCharCode(input.next);
      input.advance();
    }
    const word = words.get(text);
    if (nextIsColon(input)) input.acceptToken(word === InputWord && stack.canShift(InputWord) ? InputWord : Key);
    else input.acceptToken(word ?? Name);
  },
  { contextual: true },
);

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Looks past spaces and comments, from the input's position. */
function nextIsColon(input: InputStream): boolean {
  let ahead = 0;
  for (;;) {
    const code = input.peek(ahead);
    if (isSpace(code)) ahead++;
    else if (code === slash && input.peek(ahead + 1) === slash) {
      while (input.peek(ahead) !== lineFeed && input.peek(ahead) >= 0) ahead++;
    } else if (code === slash && input.peek(ahead + 1) === star) {
      ahead += 2;
      while (input.peek(ahead) >= 0 && !(input.peek(ahead) === star && input.peek(ahead + 1) === slash)) ahead++;
      ahead += 2;
    } else return code === colon;
  }
}
