import { defineRule, isKnown, preferred, remove, suggest } from "../define-rule.js";
import { isFullBatch } from "../epochs/training-size.js";

/** `.miniBatch(false)` where training goes by minibatches. */
export const flagOff = defineRule({
  id: "minibatch/flag-off",
  severity: "warning",

  check({ network, report }) {
    const { miniBatch, batchSize } = network.train;
    if (!isKnown(miniBatch) || miniBatch.value || !isKnown(batchSize) || batchSize.value < 2 || isFullBatch(network)) return;
    report({
      at: miniBatch,
      message: `The gradient is not divided by the minibatch of ${batchSize.value}: each step is ${batchSize.value} times as long.`,
      detail:
        "Without the flag the gradients of a minibatch are summed, not averaged, as if the learning rate were that many times larger. " +
        "The flag is for full-batch training. Typical learning rates are in the range of 0.1 to 1e-6.",
      fixes: [preferred(suggest("Remove miniBatch", remove(miniBatch)))],
    });
  },
});
