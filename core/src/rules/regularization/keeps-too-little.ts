import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { keptShares, percent, rounded } from "./dropouts.js";

/** A dropout that keeps less than it drops, as happens when the number is read the wrong way round. */
export const keepsTooLittle = defineRule({
  id: "regularization/keeps-too-little",
  severity: "warning",
  options: { inBuilders: 0.5, inNnet: 0.3 },

  check({ network, options, report }) {
    const isNnet = network.notation === "nnet";
    const least = isNnet ? options.inNnet : options.inBuilders;
    for (const { keep, layers } of keptShares(network)) {
      if (!isKnown(keep) || typeof keep.value !== "number" || keep.value <= 0 || keep.value >= least) continue;
      const other = rounded(1 - keep.value);
      const [layer] = layers;
      report({
        at: keep,
        ...(layers.length === 1 && layer && { layer }),
        severity: isNnet ? "info" : "warning",
        message: isNnet
          ? `Only ${percent(keep.value)} of the activations are kept, ${percent(other)} are dropped.`
          : `dropOut(${keep.value}) keeps ${percent(keep.value)} of the activations and drops ${percent(other)}.`,
        detail:
          "In Deeplearning4j the number is the probability of retaining an activation, not of dropping it as in most other libraries. " +
          `To drop ${percent(keep.value)}, keep ${other}.`,
        fixes: [preferred(suggest(isNnet ? `Keep ${percent(other)}` : `Set dropOut to ${other}`, set(keep, other)))],
      });
    }
  },
});
