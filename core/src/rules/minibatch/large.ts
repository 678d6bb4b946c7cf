import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { trainingExamples } from "../epochs/training-size.js";

/** Minibatches so large that a pass over the data is few updates. */
export const large = defineRule({
  id: "minibatch/large",
  severity: "info",
  options: { most: 1024, share: 0.25, smallData: 2000, size: 128 },

  check({ network, options, report }) {
    const { batchSize } = network.train;
    if (!isKnown(batchSize)) return;
    const { value } = batchSize;
    const examples = trainingExamples(network);
    // Full-batch training is fine on very small data sets.
    if (examples?.exact && examples.count <= options.smallData) return;
    const isMostOfIt = examples?.exact === true && value > examples.count * options.share;
    if (!isMostOfIt && value <= options.most) return;
    const updates = examples?.exact ? Math.max(1, Math.ceil(examples.count / value)) : undefined;
    report({
      at: batchSize,
      severity: isMostOfIt ? "warning" : "info",
      message:
        isMostOfIt && updates !== undefined
          ? `A minibatch of ${value} makes ${updates} ${updates === 1 ? "update" : "updates"} of a pass over ${examples.count} examples.`
          : `A minibatch of ${value} is large.`,
      detail:
        "For all but the smallest data sets it is standard to break the data up into a number of minibatches. 32 is a sensible starting point, " +
        "16 to 128 are common, sometimes smaller or larger: larger ones make fewer updates of the same data.",
      fixes: [preferred(suggest(`Set minibatch size to ${options.size}`, set(batchSize, options.size)))],
    });
  },
});
