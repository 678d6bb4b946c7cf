import type { Problem } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";

/** More than this many say no more: the file is then something else than `.nnet`. */
const mostProblems = 200;

type Fixes = Problem["fixes"];

/** Collects problems: at most one syntax problem a line, the first one. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #damagedLines = new Set<number>();

  constructor(readonly text: string) {}

  /** The grammar is violated. Of several on one line the first is kept: the others usually follow from it. */
  syntax(range: Range, message: string, fixes: Fixes = []): void {
    const line = this.text.lastIndexOf("\n", Math.max(0, range.start - 1));
    if (this.#damagedLines.has(line)) return;
    this.#damagedLines.add(line);
    this.#add({ rule: "nnlint/syntax", message, range, fixes });
  }

  /** A name that the language does not know there, a repeated name, or a value of the wrong type. */
  unknownName(range: Range, message: string, fixes: Fixes = []): void {
    this.#add({ rule: "nnlint/unknown-name", message, range, fixes });
  }

  /** A dropout that does not say which way it counts. */
  bareDropout(range: Range, message: string, detail: string, fixes: Fixes): void {
    this.#add({ rule: "nnlint/bare-dropout", message, detail, range, fixes });
  }

  /** In the order of the text. */
  sorted(): readonly Problem[] {
    return this.#problems.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }

  #add(problem: Problem): void {
    if (this.#problems.length < mostProblems) this.#problems.push(problem);
  }
}
