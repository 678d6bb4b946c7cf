import type { Network } from "../../model/network.js";
import type { Call } from "../../model/value.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf, type Report } from "../define-rule.js";

const limits = ["patience", "maxEpochs", "maxMinutes"] as const;

/** Early stopping that has nothing to look at, or never stops. */
export const earlyStoppingIncomplete = defineRule({
  id: "epochs/early-stopping-incomplete",
  severity: "error",
  options: { testShare: 0.2 },

  check({ network, options, report }) {
    const { earlyStopping } = network.train;
    if (!earlyStopping || !isKnown(earlyStopping)) return;
    const { args } = earlyStopping.value;
    for (const key of limits) {
      const limit = args[key];
      const value = valueOf(limit);
      if (!limit || typeof value !== "number" || value > 0) continue;
      report({
        at: limit,
        message: `${key} of ${value} stops the training at once.`,
        detail: "A limit of early stopping has to be above 0.",
      });
    }
    const missing = missingIn(network, earlyStopping.value, options.testShare);
    if (missing) report({ at: earlyStopping, ...missing });
  },
});

function missingIn(network: Network, { args }: Call, share: number): Omit<Report, "at"> | undefined {
  const score = args.score === undefined ? "testLoss" : valueOf(args.score);
  if (network.notation === "nnet") {
    if (network.data.train === undefined || network.data.test !== undefined || (score !== "testLoss" && score !== "accuracy"))
      return undefined;
    return {
      message: `Early stopping looks at the ${score === "testLoss" ? "test loss" : "test accuracy"}, and there is no test data.`,
      detail: "It has to watch data that the network is not trained on: only there it sees when the network begins to overfit.",
      fixes: [preferred(suggest(`Set data.test to split(${share})`, set("data.test", { name: "split", args: { fraction: share } })))],
    };
  }
  if (args.score === undefined)
    return {
      message: "Early stopping has no score calculator.",
      detail:
        "Deeplearning4j has nothing to compare: with scoreCalculator(new DataSetLossCalculator(held-out data, true)) it watches data that the network is not trained on.",
    };
  if (args.conditions !== undefined) return undefined;
  return {
    message: "Early stopping has no condition that ends it.",
    detail: "Add epochTerminationConditions(new MaxEpochsTerminationCondition(…), new ScoreImprovementEpochTerminationCondition(…)).",
  };
}
