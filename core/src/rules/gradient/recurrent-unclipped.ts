import type { Layer, Network } from "../../model/network.js";
import { defineRule, isKnown, preferred, set, suggest, type Report } from "../define-rule.js";
import { isFrozen } from "../activation/layer-kinds.js";
import { innermost, isRecurrent } from "../../resolve/layers-of.js";

/** Recurrent layers whose gradients may explode. */
export const recurrentUnclipped = defineRule({
  id: "gradient/recurrent-unclipped",
  severity: "info",
  options: { thresholds: [1, 0.5] },

  check({ network, options, report }) {
    // A network that is built on may have its own gradient normalization.
    if (network.kind === "transfer") return;
    const unclipped = network.layers.filter((layer) => isRecurrent(layer) && !isFrozen(layer)).filter(isUnclipped);
    const byGlobal = unclipped.filter((layer) => innermost(layer).gradientNormalization?.origin !== "explicit");
    const ownChoice = unclipped.filter((layer) => !byGlobal.includes(layer));
    const [first] = byGlobal;
    if (first) report({ ...said(byGlobal), at: network.train.gradientNormalization, fixes: clip(network, "train", options.thresholds) });
    for (const layer of ownChoice) {
      const { gradientNormalization } = innermost(layer);
      if (!gradientNormalization) continue;
      const place = gradientNormalization.address.replace(/\.gradientNormalization$/, "");
      report({ ...said([layer]), at: gradientNormalization, layer, fixes: clip(network, place, options.thresholds) });
    }
  },
});

function isUnclipped(layer: Layer): boolean {
  const { gradientNormalization } = innermost(layer);
  return isKnown(gradientNormalization) && gradientNormalization.value === "None";
}

function said(layers: readonly Layer[]): Pick<Report, "message" | "detail"> {
  const kinds = [...new Set(layers.map((layer) => innermost(layer).kind))].join(" and ");
  return {
    message: `Nothing limits the gradients of the ${kinds} ${layers.length === 1 ? "layer" : "layers"}.`,
    detail:
      "Exploding gradients are common in recurrent networks: the same weights are multiplied in at every step. " +
      "Gradient normalization, such as clipping each element at 0.5 to 1.0, avoids gradients that are too large.",
  };
}

/** Mode and threshold stand together: the threshold's default is 1.0 in every version, but written it can be seen. */
function clip({ notation }: Network, place: string, thresholds: readonly number[]) {
  return thresholds.map((threshold, index) => {
    const name = "ClipElementWiseAbsoluteValue";
    const fix = suggest(
      `Set gradientNormalization to ${notation === "nnet" ? `clipElementWiseAbsoluteValue(${threshold.toFixed(1)})` : `${name} at ${threshold.toFixed(1)}`}`,
      set(`${place}.gradientNormalization`, name),
      set(`${place}.gradientNormalizationThreshold`, threshold),
    );
    return index === 0 ? preferred(fix) : fix;
  });
}
