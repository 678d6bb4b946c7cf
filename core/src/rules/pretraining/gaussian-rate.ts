import { innermost } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { hasGaussianUnits, pretrainedLayers } from "./pretrained-layers.js";

/** What Gaussian units usually learn with. */
export const usualGaussianRate = 0.001;

/** A learning rate that Gaussian units do not bear. */
export const gaussianRate = defineRule({
  id: "pretraining/gaussian-rate",
  severity: "warning",
  options: { most: 0.01, usual: usualGaussianRate },

  check({ network, options, report }) {
    const seen = new Set<string>();
    for (const layer of pretrainedLayers(network)) {
      if (!hasGaussianUnits(layer)) continue;
      const rate = valueOf(innermost(layer).updater)?.learningRate;
      if (!isKnown(rate) || typeof rate.value !== "number" || rate.value <= options.most || seen.has(rate.address)) continue;
      seen.add(rate.address);
      report({
        at: rate,
        layer,
        message: `A learning rate of ${rate.value} is high for an RBM with Gaussian units.`,
        detail: "It needs one or two orders of magnitude less than one with binary units: nothing bounds a Gaussian unit's activity.",
        fixes: [preferred(suggest(`Set learning rate to ${options.usual}`, set(rate, options.usual)))],
      });
    }
  },
});
