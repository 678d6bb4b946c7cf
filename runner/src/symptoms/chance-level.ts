import type { ClassCounts } from "../run/history.js";
import { otherRate, rateInForce } from "./learning-rate.js";
import { rateFactor } from "./loss-flat.js";
import { percent, type FindSymptom } from "./symptom.js";

/** When `run/chance-level` judges. */
export const chanceLevelOptions = {
  leastSteps: 50,
  /** Examples in the last evaluation. */
  leastExamples: 20,
};

/** A classifier that is no better than always answering the most frequent class. */
export const chanceLevel: FindSymptom = (history, network) => {
  const { leastSteps, leastExamples } = chanceLevelOptions;
  if (history.steps.length < leastSteps) return [];
  const rate = rateInForce(network);
  return (history.evaluation?.classes ?? []).flatMap((counts) => {
    const { examples, largest, accuracy, answered } = sharesOf(counts);
    // With one class in the data there is nothing to tell apart.
    if (examples < leastExamples || largest === 1 || accuracy > largest) return [];
    const always = answered === 1 ? `: it answers class ${counts.predicted.indexOf(Math.max(...counts.predicted))} for all` : "";
    return [
      {
        rule: "run/chance-level",
        severity: "warning",
        message: `An accuracy of ${percent(accuracy)} is no better than chance${always}.`,
        detail: `The most frequent class makes up ${percent(largest)} of the ${examples} examples it was evaluated on. After ${history.steps.length} steps it should be above that: the network has not learnt to tell the classes apart.`,
        evidence: { accuracy, largestShare: largest, actual: [...counts.actual], predicted: [...counts.predicted] },
        layer: null,
        at: rate,
        fixes: otherRate(rate, rateFactor(history, network) ?? 1),
      },
    ];
  });
};

function sharesOf({ actual, predicted, correct }: ClassCounts) {
  const examples = actual.reduce((sum, count) => sum + count, 0);
  return {
    examples,
    largest: Math.max(...actual) / examples,
    accuracy: correct / examples,
    answered: Math.max(...predicted) / examples,
  };
}
