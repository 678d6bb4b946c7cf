import type { Network } from "../../../core/src/model/network.js";
import type { ClassCounts, RunHistory } from "../run/history.js";
import { hasReason, reasonOf } from "./not-learning.js";
import { percent, shown, type FindSymptom, type Symptom } from "./symptom.js";

/** When `run/chance-level` judges. */
export const chanceLevelOptions = {
  leastSteps: 50,
  /** Without anything that explains it a network may just need longer to set out. */
  leastStepsUnexplained: 200,
  /** Examples in the last evaluation. */
  leastExamples: 20,
};

/** A classifier that is no better than always answering the most frequent class; numbers no better told than by their mean. */
export const chanceLevel: FindSymptom = (history, network) => {
  const { leastSteps, leastStepsUnexplained } = chanceLevelOptions;
  const steps = history.steps.length;
  if (steps < leastSteps || (steps < leastStepsUnexplained && !hasReason(history, network))) return [];
  return [...ofClasses(history, network), ...ofNumbers(history, network)];
};

/** True where the run's answers are no better than chance. */
export function isAtChance(history: RunHistory, network: Network): boolean {
  return chanceLevel(history, network).length > 0;
}

function ofClasses(history: RunHistory, network: Network): readonly Symptom[] {
  const { leastExamples } = chanceLevelOptions;
  return (history.evaluation?.classes ?? []).flatMap((counts) => {
    const { examples, largest, accuracy, answered } = sharesOf(counts);
    // With one class in the data there is nothing to tell apart.
    if (examples < leastExamples || largest === 1 || accuracy > largest) return [];
    const always = answered === 1 ? `: it answers class ${counts.predicted.indexOf(Math.max(...counts.predicted))} for all` : "";
    const { at, fixes, sentence } = reasonOf(history, network);
    return [
      {
        rule: "run/chance-level",
        severity: "warning",
        message: `An accuracy of ${percent(accuracy)} is no better than chance${always}.`,
        detail: `The most frequent class makes up ${percent(largest)} of the ${examples} examples it was evaluated on. After ${history.steps.length} steps it should be above that: the network has not learnt to tell the classes apart. ${sentence}`,
        evidence: { accuracy, largestShare: largest, actual: [...counts.actual], predicted: [...counts.predicted] },
        layer: null,
        at,
        fixes,
      },
    ];
  });
}

function ofNumbers(history: RunHistory, network: Network): readonly Symptom[] {
  const { r2, rmse } = history.evaluation?.metric ?? {};
  if (r2 === undefined || rmse === undefined || r2 > 0) return [];
  const { at, fixes, sentence } = reasonOf(history, network);
  return [
    {
      rule: "run/chance-level",
      severity: "warning",
      message: `The answers are no better than always giving the mean: R² is ${shown(r2)}.`,
      detail: `Their root mean square error is ${shown(rmse)}, as large as the targets' own deviation. After ${history.steps.length} steps it should be below that. ${sentence}`,
      evidence: { r2, rmse },
      layer: null,
      at,
      fixes,
    },
  ];
}

function sharesOf({ actual, predicted, correct }: ClassCounts) {
  const examples = actual.reduce((sum, count) => sum + count, 0);
  return {
    examples,
    largest: Math.max(...actual) / examples,
    accuracy: correct / examples,
    answered: Math.max(...predicted) / examples,
  };
}
