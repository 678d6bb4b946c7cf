import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { isFullBatch } from "../epochs/training-size.js";

/** An optimization algorithm with a line search, where every minibatch pays for it. */
export const costlyAlgorithm = defineRule({
  id: "updater/costly-algorithm",
  severity: "warning",
  options: { costly: ["LBFGS", "CONJUGATE_GRADIENT", "LINE_GRADIENT_DESCENT"] },

  check({ network, options, report }) {
    const { optimizationAlgo, batchSize } = network.train;
    if (!isKnown(optimizationAlgo) || !options.costly.includes(optimizationAlgo.value)) return;
    if (isFullBatch(network)) return;
    const known = network.train.isTrained && isKnown(batchSize);
    report({
      at: optimizationAlgo,
      // Where the data is not in sight, it may be one small batch.
      severity: known ? undefined : "info",
      message: `${optimizationAlgo.value} searches along a line in every update${known ? `, here for each minibatch of ${batchSize.value}` : ""}.`,
      detail:
        "The simplest and most commonly used method is stochastic gradient descent. Line search, conjugate gradient and LBFGS are more powerful, " +
        "but considerably more costly per update because of the line search, and are not used as much in practice; the noise of minibatches misleads them.",
      fixes: [
        preferred(suggest("Set optimizationAlgo to STOCHASTIC_GRADIENT_DESCENT", set(optimizationAlgo, "STOCHASTIC_GRADIENT_DESCENT"))),
      ],
    });
  },
});
