import type { ClassScores } from "../protocol/events.js";
import type { ClassCounts } from "./history.js";

/** A confusion matrix of more classes is not read by anybody. */
const mostClasses = 20;

/** Precision and recall of each class, with the confusion matrix that they come from. */
export function classScoresOf(counts: readonly ClassCounts[]): ClassScores[] {
  return counts
    .filter(({ actual }) => actual.length <= mostClasses)
    .map(({ output, confusion, actual, predicted }) => {
      const share = (of: readonly number[]) => of.map((count, index) => (count === 0 ? null : (confusion[index]?.[index] ?? 0) / count));
      return { output, confusion: confusion.map((row) => [...row]), precision: share(predicted), recall: share(actual) };
    });
}
