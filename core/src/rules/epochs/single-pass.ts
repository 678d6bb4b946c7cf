import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { epochsForEnoughUpdates } from "./enough-updates.js";
import { isFullBatch, trainingExamples } from "./training-size.js";

/** One pass over the data in all. */
export const singlePass = defineRule({
  id: "epochs/single-pass",
  severity: "info",
  options: { epochs: 10, epochsBeforeStopping: 100, patience: 5, fewExamples: 10_000, manyExamples: 50_000 },

  check({ network, options, report }) {
    const { epochs, earlyStopping, isTrained } = network.train;
    if (!isTrained || !isKnown(epochs) || epochs.value !== 1 || network.layers.length === 0) return;
    if (earlyStopping !== undefined && epochs.origin !== "explicit") return;
    if (isFullBatch(network) && repeats(network)) return;
    const examples = trainingExamples(network);
    if (examples && examples.count >= options.manyExamples) return;
    const few = examples?.exact === true && examples.count < options.fewExamples;
    report({
      at: epochs,
      severity: few ? "warning" : "info",
      message: few ? `One epoch: each of the ${examples.count} examples is seen once.` : "One epoch: each example is seen once.",
      detail:
        "An epoch is a full pass over the data set; generally you want several. " +
        "Too few epochs do not give a network enough time to learn good parameters, too many may overfit: early stopping can choose the number.",
      fixes: [preferred(moreEpochs(network, options.epochs)), ...stopEarly(network, options)],
    });
  },
});

/** Full-batch training with many iterations is many passes. */
function repeats({ train }: Network): boolean {
  return train.iterations !== undefined && (!isKnown(train.iterations) || train.iterations.value > 1);
}

function moreEpochs(network: Network, least: number): Fix {
  const epochs = epochsForEnoughUpdates(network, least);
  return suggest(`Set epochs to ${epochs}`, set(network.train.epochs, epochs));
}

/** Early stopping looks at the test data. */
function stopEarly(
  network: Network,
  { epochsBeforeStopping, patience }: { epochsBeforeStopping: number; patience: number },
): readonly Fix[] {
  if (network.data.test === undefined || network.train.earlyStopping !== undefined) return [];
  const epochs = epochsForEnoughUpdates(network, epochsBeforeStopping);
  return [
    suggest(
      `Train up to ${epochs} epochs with early stopping`,
      set(network.train.epochs, epochs),
      set("train.earlyStopping", { name: "earlyStopping", args: { patience } }),
    ),
  ];
}
