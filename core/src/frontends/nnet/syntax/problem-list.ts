import type { Problem } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";

/** More than this many say no more: the file is then something else than `.nnet`. */
const mostProblems = 200;

type Fixes = Problem["fixes"];

/** Collects problems. */
export class ProblemList {
  readonly #syntax: Problem[] = [];
  readonly #unclosed: Problem[] = [];
  readonly #swallowed: Range[] = [];
  #gap: number | null = null;
  readonly #others: Problem[] = [];

  constructor(readonly text: string) {}

  /** The grammar is violated. */
  syntax(range: Range, message: string, fixes: Fixes = []): void {
    // About a part that the parser put in itself: what stands in its place is reported for itself.
    if (range.start === range.end) return;
    this.#syntax.push({ rule: "nnlint/syntax", message, range, fixes });
  }

  /** A bracket that is not closed. */
  unclosed(range: Range, message: string, fixes: Fixes): void {
    this.#unclosed.push({ rule: "nnlint/syntax", message, range, fixes });
  }

  /** A text or comment without an end, which takes in what stands after its first sign. */
  endless(swallowed: Range, signs: number, message: string, fixes: Fixes): void {
    this.#swallowed.push(swallowed);
    this.syntax({ start: swallowed.start, end: swallowed.start + signs }, message, fixes);
  }

  /** The grammar lacks something here. Said only where nothing better is known of the whole text. */
  gap(offset: number): void {
    this.#gap = offset;
  }

  /** A name that the language does not know there, a repeated name, or a value of the wrong type. */
  unknownName(range: Range, message: string, fixes: Fixes = [], detail?: string): void {
    this.#others.push({ rule: "nnlint/unknown-name", message, range, fixes, ...(detail === undefined ? {} : { detail }) });
  }

  /** A dropout that does not say which way it counts. */
  bareDropout(range: Range, message: string, detail: string, fixes: Fixes): void {
    this.#others.push({ rule: "nnlint/bare-dropout", message, detail, range, fixes });
  }

  /** In the order of the text. Of several syntax problems on one line only the first: the others usually follow from it. */
  sorted(): readonly Problem[] {
    if (this.#gap !== null && this.#syntax.length + this.#unclosed.length + this.#others.length === 0) this.#reportGap(this.#gap);
    let lineEnd = -1;
    const first = inOrder([...this.#syntax, ...this.#unclosed.filter((problem) => !this.#isSwallowed(problem))]).filter(({ range }) => {
      if (range.start <= lineEnd) return false;
      const next = this.text.indexOf("\n", range.start);
      lineEnd = next < 0 ? this.text.length : next;
      return true;
    });
    return inOrder([...first, ...this.#others]).slice(0, mostProblems);
  }

  #reportGap(offset: number): void {
    const next = /\S/u.exec(this.text.slice(offset))?.index;
    const before = this.text.slice(0, offset).trimEnd().length;
    const start = next === undefined ? before - 1 : offset + next;
    this.syntax({ start, end: start + 1 }, next === undefined ? "The text ends too early." : "Something is missing before this.");
  }

  /** The bracket that closes stands in a text or comment without an end. */
  #isSwallowed({ range }: Problem): boolean {
    return this.#swallowed.some(({ start, end }) => range.start < start && /[)\]}]/u.test(this.text.slice(start, end)));
  }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
