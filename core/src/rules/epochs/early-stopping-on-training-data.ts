import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";

/** Early stopping that watches the data it trains on. */
export const earlyStoppingOnTrainingData = defineRule({
  id: "epochs/early-stopping-on-training-data",
  severity: "warning",

  check({ network, report }) {
    const { earlyStopping } = network.train;
    const score = earlyStopping && isKnown(earlyStopping) ? earlyStopping.value.args.score : undefined;
    if (!score || valueOf(score) !== "trainLoss") return;
    report({
      at: score,
      message: "Early stopping watches the training data.",
      detail:
        "The training loss goes on falling while the network overfits, so that nothing stops it. Early stopping helps a network to generalize better to unseen data when it watches data that is held out.",
      fixes:
        network.notation === "nnet" && network.data.test !== undefined
          ? [preferred(suggest("Set score to testLoss", set(score, "testLoss")))]
          : [],
    });
  },
});
