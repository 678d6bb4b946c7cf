import type { ClassCounts } from "./history.js";

/** How often each class was taken for each: what accuracy, precision, recall and a confusion matrix are counted from. */
export class ClassTable {
  /** By actual, then by predicted class. */
  readonly #counts: number[][] = [];
  #correct = 0;
  #classes = 0;

  count(actual: number, predicted: number): void {
    const row = (this.#counts[actual] ??= []);
    row[predicted] = (row[predicted] ?? 0) + 1;
    if (actual === predicted) this.#correct++;
    this.#classes = Math.max(this.#classes, actual + 1, predicted + 1);
  }

  get correct(): number {
    return this.#correct;
  }

  counts(output: string): ClassCounts {
    const all = Array.from({ length: this.#classes }, (_, index) => index);
    const confusion = all.map((actual) => all.map((predicted) => this.#counts[actual]?.[predicted] ?? 0));
    return {
      output,
      confusion,
      actual: confusion.map((row) => row.reduce((sum, count) => sum + count, 0)),
      predicted: all.map((predicted) => confusion.reduce((sum, row) => sum + (row[predicted] ?? 0), 0)),
      correct: this.#correct,
    };
  }
}
