import type { Layer, Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";

/** A threshold with which every gradient is clipped away, or none is clipped. */
export const thresholdRange = defineRule({
  id: "gradient/threshold-range",
  severity: "error",
  options: { most: 100, usual: 1 },

  check({ network, options, report }) {
    for (const { threshold, layer } of thresholds(network)) {
      const { value } = threshold;
      if (value > 0 && value <= options.most) continue;
      report({
        at: threshold,
        ...(layer && { layer }),
        severity: value <= 0 ? "error" : "warning",
        message: value <= 0 ? `A threshold of ${value} leaves no gradient.` : `A threshold of ${value} clips nothing.`,
        detail:
          value <= 0
            ? "Every gradient is cut down to the threshold: the network cannot learn."
            : "Gradients come near such a value only when the training is already lost. Thresholds of 0.5 to 10 are usual.",
        fixes: [preferred(suggest(`Set the threshold to ${options.usual.toFixed(1)}`, set(threshold, options.usual)))],
      });
    }
  },
});

/** Written thresholds beside a mode that uses them, each once. */
function thresholds({ train, layers }: Network): readonly { readonly threshold: Known<number>; readonly layer: Layer | undefined }[] {
  const all = [{ ...train, layer: undefined }, ...layers.map((layer) => ({ ...innermost(layer), layer }))];
  const used = all.flatMap(({ gradientNormalization, gradientNormalizationThreshold: threshold, layer }) =>
    valueOf(gradientNormalization)?.startsWith("Clip") === true && isKnown(threshold) && threshold.range !== null
      ? [{ threshold, layer }]
      : [],
  );
  return used.filter(({ threshold }, index) => used.findIndex((other) => other.threshold.address === threshold.address) === index);
}
