import { defineRule, isKnown, preferred, remove, suggest } from "../define-rule.js";
import { isFullBatch } from "../epochs/training-size.js";

/** `.miniBatch(false)` where training goes by minibatches. */
export const flagOff = defineRule({
  id: "minibatch/flag-off",
  severity: "warning",

  check({ network, report }) {
    const { miniBatch, batchSize } = network.train;
    if (!isKnown(miniBatch) || miniBatch.value || isFullBatch(network)) return;
    if (isKnown(batchSize) && batchSize.value < 2) return;
    report({
      at: miniBatch,
      // Where the data is not in sight, it may be one small batch.
      severity: isKnown(batchSize) ? undefined : "info",
      message: isKnown(batchSize)
        ? `The gradient is not divided by the minibatch of ${batchSize.value}: each step is ${batchSize.value} times as long.`
        : "The gradient is not divided by the size of the minibatch.",
      detail:
        "Without the flag the gradients of a minibatch are summed, not averaged, as if the learning rate were that many times larger. " +
        "The flag is for full-batch training. Typical learning rates are in the range of 0.1 to 1e-6.",
      fixes: [preferred(suggest("Remove miniBatch", remove(miniBatch)))],
    });
  },
});
