import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";

/** Nothing to see on whether the network has learnt more than its data by heart. */
export const noTestData = defineRule({
  id: "data/no-test-data",
  severity: "info",
  options: { share: 0.2 },

  check({ network, options, report }) {
    const { train, test } = network.data;
    const isNnet = network.notation === "nnet";
    // In builder calls the evaluation may stand in another file.
    if (!isNnet || !train || test !== undefined || valueOf(network.train.earlyStopping)?.args.score !== undefined) return;
    report({
      at: train,
      message: "There is no test data.",
      detail:
        "Without data that the network is not trained on nothing shows overfitting: it may predict the training set very well and make poor predictions on data it has never seen.",
      fixes: [
        preferred(suggest(`Set test to split(${options.share})`, set("data.test", { name: "split", args: { fraction: options.share } }))),
      ],
    });
  },
});
