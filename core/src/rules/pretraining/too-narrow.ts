import { innermost } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { nextInputs, pretrainedLayers } from "./pretrained-layers.js";

/** A hidden layer that keeps little of the input. */
export const tooNarrow = defineRule({
  id: "pretraining/too-narrow",
  severity: "info",
  options: { share: 0.25 },

  check({ network, options, report }) {
    const [first, ...rest] = pretrainedLayers(network);
    const inputs = first && valueOf(innermost(first).nIn);
    if (!first || inputs === undefined) return;
    for (const layer of [first, ...rest]) {
      const { nOut, kind } = innermost(layer);
      if (kind === "VariationalAutoencoder" || !isKnown(nOut) || nOut.value >= inputs * options.share) continue;
      // A deep autoencoder is narrowest in its middle: what gets wider again is one.
      const after = network.layers.slice(layer.index + 1).map((next) => valueOf(innermost(next).nOut) ?? 0);
      if (valueOf(network.data.label) === "features") continue;
      if (after.some((size) => size > nOut.value)) continue;
      const quarter = Math.ceil(inputs * options.share);
      report({
        at: nOut,
        layer,
        message: `${nOut.value} units keep little of ${inputs} inputs.`,
        detail: "No hidden layer should be less than a quarter of the input layer's nodes.",
        fixes: [preferred(suggest(`Set nOut to ${quarter}`, set(nOut, quarter), ...nextInputs(network, layer, quarter)))],
      });
    }
  },
});
