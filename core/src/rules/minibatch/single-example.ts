import type { Network } from "../../model/network.js";
import { defineRule, isKnown } from "../define-rule.js";
import { isFullBatch } from "../epochs/training-size.js";
import { largerMinibatch } from "./larger-minibatch.js";

/** Batch normalization takes mean and variance from the minibatch: those of fewer examples than this say nothing. */
export const fewestToNormalize = 3;

/** Minibatches of one example; of two under batch normalization. */
export const singleExample = defineRule({
  id: "minibatch/single-example",
  severity: "info",
  options: { size: 32, fewestToNormalize },

  check({ network, options, report }) {
    const { batchSize } = network.train;
    if (!isKnown(batchSize) || batchSize.value < 1) return;
    if (normalizesBatches(network) && batchSize.value < options.fewestToNormalize) {
      report({
        at: batchSize,
        severity: "warning",
        message: `Batch normalization has a minibatch of ${batchSize.value} to take mean and variance from.`,
        detail:
          "In training, batch normalization scales by the minibatch's own mean and variance; those of one or two examples say nothing about the data. " +
          "32 is a sensible starting point, 16 to 128 are common.",
        fixes: [largerMinibatch(network, options.size)],
      });
    } else if (batchSize.value === 1 && !isFullBatch(network)) {
      report({
        at: batchSize,
        message: "A minibatch of 1 trains, but without the benefits of parallelism.",
        detail: "Each update waits for a single example and follows its noise. 32 is a sensible starting point, 16 to 128 are common.",
        fixes: [largerMinibatch(network, options.size)],
      });
    }
  },
});

/** True when a layer normalizes over the minibatch. */
export function normalizesBatches({ layers }: Network): boolean {
  return layers.some(({ kind }) => kind === "BatchNormalization");
}
