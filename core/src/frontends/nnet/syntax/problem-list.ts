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
  readonly #others: Problem[] = [];

  constructor(readonly text: string) {}

  /** The grammar is violated. */
  syntax(range: Range, message: string, fixes: Fixes = []): void {
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

  /** A name that the language does not know there, a repeated name, or a value of the wrong type. */
  unknownName(range: Range, message: string, fixes: Fixes = []): void {
    this.#others.push({ rule: "nnlint/unknown-name", message, range, fixes });
  }

  /** A dropout that does not say which way it counts. */
  bareDropout(range: Range, message: string, detail: string, fixes: Fixes): void {
    this.#others.push({ rule: "nnlint/bare-dropout", message, detail, range, fixes });
  }

  /** In the order of the text. Of several syntax problems on one line only the first: the others usually follow from it. */
  sorted(): readonly Problem[] {
    let lineEnd = -1;
    const first = inOrder([...this.#syntax, ...this.#unclosed.filter((problem) => !this.#isSwallowed(problem))]).filter(({ range }) => {
      if (range.start <= lineEnd) return false;
      const next = this.text.indexOf("\n", range.start);
      lineEnd = next < 0 ? this.text.length : next;
      return true;
    });
    return inOrder([...first, ...this.#others]).slice(0, mostProblems);
  }

  /** The bracket that closes stands in a text or comment without an end. */
  #isSwallowed({ range }: Problem): boolean {
    return this.#swallowed.some(({ start, end }) => range.start < start && /[)\]}]/u.test(this.text.slice(start, end)));
  }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
