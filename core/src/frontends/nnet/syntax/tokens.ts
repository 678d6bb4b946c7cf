import { ExternalTokenizer, type InputStream, type Stack } from "@lezer/lr";
import {
  Boolean as BooleanWord,
  DataWord,
  DefaultsWord,
  FromWord,
  InputWord,
  Key,
  LayerWord,
  Malformed,
  Name,
  NetworkWord,
  NewWord,
  Number as NumberToken,
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

/** Words that begin an item although a `:` follows them: `train: {`, `layer: dense`. Before anything else they are keys. */
const beforeColon: ReadonlyMap<number, (next: number) => boolean> = new Map([
  [InputWord, () => true],
  [LayerWord, isLetter],
  [VertexWord, isLetter],
  [DataWord, isOpenBrace],
  [TrainWord, isOpenBrace],
  [DefaultsWord, isOpenBrace],
]);

const longestWord = 8;
const [plus, minus, point, slash, star, colon, openBrace] = [43, 45, 46, 47, 42, 58, 123];

/**
 * Tells keys from other names by the `:` after them, so that a missing value or brace cannot swallow what follows.
 * `input` before a `:` is the item where an item may stand, and a key elsewhere.
 */
export const names = new ExternalTokenizer(
  (input, stack) => {
    if (!isLetter(input.next)) return;
    let length = 0;
    let text = "";
    while (isLetter(input.next) || isDigit(input.next) || input.next === minus) {
      if (length++ <= longestWord) text += String.fromCharCode(input.next);
      input.advance();
    }
    input.acceptToken(nameToken(text, input, stack));
  },
  { contextual: true },
);

function nameToken(text: string, input: InputStream, stack: Stack): number {
  const word = words.get(text);
  const ahead = visibleAt(input, 0);
  if (input.peek(ahead) === colon) {
    const begins = word === undefined ? undefined : beforeColon.get(word);
    const isItem = word !== undefined && begins?.(input.peek(visibleAt(input, ahead + 1))) === true && stack.canShift(word);
    return isItem ? word : Key;
  }
  if (isSectionWord(word) && isLetter(input.peek(ahead)) && !stack.canShift(word)) return Name;
  if (text === "new" && ahead > 0 && isLetter(input.peek(ahead)) && stack.canShift(NewWord)) return NewWord;
  return word ?? Name;
}

/** In a block these words begin the next section only where a block follows; `train csv("a.csv")` only lacks its colon. */
function isSectionWord(word: number | undefined): word is number {
  return word === DataWord || word === TrainWord || word === DefaultsWord;
}

/** Numbers, with all that hangs on to them: `1e-4f`, `0x1F` and `3x3` are one wrong number, not a number and a name. */
export const numbers = new ExternalTokenizer((input) => {
  const signed = input.next === minus || input.next === plus ? 1 : 0;
  const first = input.peek(signed);
  if (!isDigit(first) && !(first === point && isDigit(input.peek(signed + 1)))) return;
  let text = "";
  let before = 0;
  while (
    isLetter(input.next) ||
    isDigit(input.next) ||
    input.next === point ||
    (isSign(input.next) && (text === "" || isExponent(before)))
  ) {
    // A number has no more characters than these; what follows cannot make it right.
    if (text.length < 400) text += String.fromCharCode(input.next);
    before = input.next;
    input.advance();
  }
  input.acceptToken(/^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u.test(text) ? NumberToken : Malformed);
});

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code > 127 && /\p{L}/u.test(String.fromCharCode(code)))
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSign(code: number): boolean {
  return code === plus || code === minus;
}

/** `e` or `E`. */
function isExponent(code: number): boolean {
  return code === 101 || code === 69;
}

function isOpenBrace(code: number): boolean {
  return code === openBrace;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/u.test(String.fromCharCode(code)));
}

/** Or the end of the text. */
function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code < 0;
}

/** How far it is from the input's position to the next character that is neither space nor comment, from `start` on. */
function visibleAt(input: InputStream, start: number): number {
  let ahead = start;
  for (;;) {
    const code = input.peek(ahead);
    if (isSpace(code)) ahead++;
    else if (code === slash && input.peek(ahead + 1) === slash) {
      while (!isLineEnd(input.peek(ahead))) ahead++;
    } else if (code === slash && input.peek(ahead + 1) === star) {
      ahead += 2;
      while (input.peek(ahead) >= 0 && !(input.peek(ahead) === star && input.peek(ahead + 1) === slash)) ahead++;
      ahead += 2;
    } else return ahead;
  }
}
