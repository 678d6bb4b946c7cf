import type { WeightDecay } from "../../model/network.js";
import { atLeast } from "../../facts/versions.js";
import { innermost, layersWithWeights } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, remove, set, suggest } from "../define-rule.js";
import { coefficientText } from "./coefficients.js";

/** A global weight decay, which M2.1 applies twice. */
export const weightDecayDoubled = defineRule({
  id: "regularization/weight-decay-doubled",
  severity: "warning",

  check({ network, report }) {
    const { weightDecay } = network.train;
    if (!atLeast(network.framework.version, "1.0.0-M2.1") || !isKnown(weightDecay) || weightDecay.origin === "default") return;
    const value = coefficientOf(weightDecay.value);
    if (value <= 0) return;
    const takers = layersWithWeights(network).filter((layer) => innermost(layer).weightDecay?.origin === "inherited");
    const isPlain = typeof weightDecay.value === "number" || weightDecay.value.applyLR;
    report({
      at: weightDecay,
      message: `The weight decay of ${coefficientText(value)} is applied twice to every layer.`,
      detail:
        "In Deeplearning4j 1.0.0-M2.1 a global weight decay is stored twice for each layer, and each is applied (measured: one step at rate 1 took a weight from 1.0 to 0.8 with 0.1). " +
        "Set on the layers instead, it is applied once.",
      fixes: [
        // Half of it, applied twice, would be right too, but nothing tells it from a coefficient that is meant.
        ...(isPlain && takers.length > 0
          ? [
              preferred(
                suggest(
                  "Set weightDecay on the layers instead",
                  remove(weightDecay),
                  ...takers.map((layer) => set(`layers.${layer.index}.weightDecay`, value)),
                ),
              ),
            ]
          : []),
      ],
    });
  },
});

function coefficientOf(value: number | WeightDecay): number {
  return typeof value === "number" ? value : value.coefficient;
}
