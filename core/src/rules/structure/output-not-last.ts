import { consumers, isFrozen, isOutput } from "../../resolve/layers-of.js";
import { defineRule } from "../define-rule.js";

/** An output layer that others follow. */
export const outputNotLast = defineRule({
  id: "structure/output-not-last",
  severity: "error",

  check({ network, report }) {
    if (network.kind !== "layers") return;
    for (const layer of network.layers) {
      const [next] = consumers(network, layer);
      // The judge in a generative adversarial network is frozen, and whole.
      if (!isOutput(layer) || !next || isFrozen(layer)) continue;
      report({
        at: { anchor: layer.kindRange },
        layer,
        message: `${layer.kind} is followed by layer ${next.id}.`,
        detail:
          "Only the last layer's loss is used. Deeplearning4j builds such a network without a word (measured with 1.0.0-M2.1), and the fit fails or trains the wrong thing.",
        related: [{ message: "The layer behind it.", at: { anchor: next.kindRange } }],
      });
    }
  },
});
