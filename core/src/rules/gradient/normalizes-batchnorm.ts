import { innermost, isFrozen } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";
import { ownAddress } from "../activation/own-address.js";

/** Gradient normalization that also rescales the running statistics of batch normalization. */
export const normalizesBatchnorm = defineRule({
  id: "gradient/normalizes-batchnorm",
  severity: "info",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const touched = network.layers.filter((layer) => {
      const mode = valueOf(innermost(layer).gradientNormalization);
      return innermost(layer).kind === "BatchNormalization" && !isFrozen(layer) && mode !== undefined && mode !== "None";
    });
    for (const layer of touched) {
      const { gradientNormalization: mode } = innermost(layer);
      if (!mode) continue;
      const shared = touched.filter((other) => innermost(other).gradientNormalization?.address === mode.address);
      if (shared[0] !== layer) continue;
      const names = shared.map(({ id }) => id).join(", ");
      report({
        at: mode,
        ...(shared.length === 1 && { layer }),
        message: `${valueOf(mode) ?? ""} also rescales the running mean and variance of batch normalization (${shared.length === 1 ? "layer" : "layers"} ${names}).`,
        detail:
          "Deeplearning4j updates the running statistics as if they were parameters with a gradient, and normalizes that too (measured with 1.0.0-M2.1): what the layer uses after training is then not what it saw.",
        fixes: [
          preferred(
            suggest(
              `Set gradientNormalization to None on ${shared.length === 1 ? "this layer" : "these layers"}`,
              ...shared.map((other) => set(ownAddress(network, other, innermost(other).gradientNormalization ?? mode), "None")),
            ),
          ),
        ],
      });
    }
  },
});
