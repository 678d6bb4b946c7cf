import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { epochsForEnoughUpdates, fewestUpdates } from "./enough-updates.js";
import { isFullBatch, trainingExamples, updatesInAll } from "./training-size.js";

/** A run whose updates, all counted, are too few to leave the start. */
export const tooFewUpdates = defineRule({
  id: "epochs/too-few-updates",
  severity: "warning",
  options: { updates: fewestUpdates, largeMinibatch: 128, usualMinibatch: 32 },

  check({ network, options, report }) {
    const { epochs, batchSize, isTrained, earlyStopping } = network.train;
    const updates = updatesInAll(network);
    const examples = trainingExamples(network);
    if (!isTrained || !isKnown(epochs) || !isKnown(batchSize) || !examples || updates === undefined) return;
    if (updates >= options.updates || isFullBatch(network) || earlyStopping !== undefined) return;
    const enough = epochsForEnoughUpdates(network, epochs.value);
    const smaller = suggest(`Set minibatch size to ${options.usualMinibatch}`, set(batchSize, options.usualMinibatch));
    const isEnough = updates * (batchSize.value / options.usualMinibatch) >= options.updates;
    report({
      at: epochs,
      message: `${updates} updates in all: ${epochs.value} ${epochs.value === 1 ? "epoch" : "epochs"} of ${Math.ceil(examples.count / batchSize.value)} minibatches.`,
      detail: `Too few epochs do not give a network enough time to learn good parameters. Below about ${options.updates} updates most networks have hardly left the start.`,
      fixes: [
        ...(enough > epochs.value ? [preferred(suggest(`Set epochs to ${enough}`, set(epochs, enough)))] : []),
        ...(batchSize.value > options.largeMinibatch && isEnough ? [smaller] : []),
      ],
    });
  },
});
