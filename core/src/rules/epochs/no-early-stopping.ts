import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";

/** A long training that nothing watches. */
export const noEarlyStopping = defineRule({
  id: "epochs/no-early-stopping",
  severity: "info",
  options: { epochs: 100, patience: 10 },

  check({ network, options, report }) {
    const { epochs, earlyStopping, isTrained } = network.train;
    // Where there is test data somebody evaluates, and sees when it gets worse.
    if (!isTrained || !isKnown(epochs) || epochs.value <= options.epochs || earlyStopping !== undefined) return;
    const isNnet = network.notation === "nnet";
    if (!isNnet && network.data.test !== undefined) return;
    report({
      at: epochs,
      message: `${epochs.value} epochs without early stopping.`,
      detail:
        "Too many epochs might overfit the training data. One way to choose the number is early stopping, which can also help the network to generalize better to unseen data.",
      fixes:
        isNnet && network.data.test !== undefined
          ? [
              preferred(
                suggest("Add early stopping", set("train.earlyStopping", { name: "earlyStopping", args: { patience: options.patience } })),
              ),
            ]
          : [],
    });
  },
});
