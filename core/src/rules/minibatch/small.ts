import { defineRule, isKnown } from "../define-rule.js";
import { isFullBatch } from "../epochs/training-size.js";
import { largerMinibatch } from "./larger-minibatch.js";
import { fewestToNormalize, normalizesBatches } from "./single-example.js";

/** Minibatches of a few examples. */
export const small = defineRule({
  id: "minibatch/small",
  severity: "info",
  options: { fewest: 10, size: 32 },

  check({ network, options, report }) {
    const { batchSize } = network.train;
    if (!isKnown(batchSize) || batchSize.value < 2 || batchSize.value >= options.fewest || isFullBatch(network)) return;
    if (normalizesBatches(network) && batchSize.value < fewestToNormalize) return;
    report({
      at: batchSize,
      message: `A minibatch of ${batchSize.value} is small.`,
      detail:
        "A minibatch of 10 is frequently too small for a GPU already, though it can work on a CPU. " +
        "32 is a sensible starting point, 16 to 128 are common, sometimes smaller or larger.",
      fixes: [largerMinibatch(network, options.size)],
    });
  },
});
