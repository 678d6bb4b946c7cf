import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { fewestUpdates } from "../epochs/enough-updates.js";
import { updatesInAll } from "../epochs/training-size.js";

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
      fixes: [preferred(setAside(network, options.share))],
    });
  },
});

/** Epochs rise along where what is left would make too few updates. */
function setAside(network: Network, share: number): Fix {
  const split = set("data.test", { name: "split", args: { fraction: share } });
  const title = `Set test to split(${share})`;
  const { epochs } = network.train;
  const updates = updatesInAll(network);
  if (!isKnown(epochs) || updates === undefined || updates < fewestUpdates || updates * (1 - share) >= fewestUpdates)
    return suggest(title, split);
  const enough = Math.ceil(epochs.value / (1 - share));
  return suggest(`${title} and epochs to ${enough}`, split, set(epochs, enough));
}
