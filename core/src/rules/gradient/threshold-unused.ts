import type { Layer, Network } from "../../model/network.js";
import { isKnown, isWritten, valueOf } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, remove, safe, set, suggest, type Report } from "../define-rule.js";

/** A threshold beside a gradient normalization that uses none. */
export const thresholdUnused = defineRule({
  id: "gradient/threshold-unused",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { train } = network;
    const layers = network.layers.map(innermost).filter(({ gradientNormalization }) => gradientNormalization !== undefined);
    const takers = layers.filter((layer) => layer.gradientNormalizationThreshold?.origin !== "explicit");
    if (isWritten(train.gradientNormalizationThreshold) && isIdle(train, takers))
      report(said(train.gradientNormalization, train.gradientNormalizationThreshold, "train"));
    for (const layer of layers) {
      const { gradientNormalization: mode, gradientNormalizationThreshold: threshold } = layer;
      if (threshold?.origin !== "explicit" || !mode || !usesNone(mode)) continue;
      report({ ...said(mode, threshold, threshold.address.replace(/\.\w+$/, "")), layer });
    }
  },
});

/** True when neither the network nor a layer that takes its threshold clips. */
function isIdle({ gradientNormalization }: Network["train"], takers: readonly Layer[]): boolean {
  return [gradientNormalization, ...takers.map((layer) => layer.gradientNormalization)].every(
    (mode) => mode !== undefined && usesNone(mode),
  );
}

function usesNone(mode: Network["train"]["gradientNormalization"]): boolean {
  const name = valueOf(mode);
  return name === "None" || name?.startsWith("Renormalize") === true;
}

function said(
  mode: Network["train"]["gradientNormalization"],
  threshold: Network["train"]["gradientNormalizationThreshold"],
  place: string,
): Report {
  const name = valueOf(mode) ?? "None";
  const clip = suggest(
    "Set gradientNormalization to ClipElementWiseAbsoluteValue",
    set(`${place}.gradientNormalization`, "ClipElementWiseAbsoluteValue"),
  );
  return {
    at: threshold,
    message: `The threshold${isKnown(threshold) ? ` of ${threshold.value}` : ""} has no effect: the gradient normalization is ${name}.`,
    detail:
      name === "None"
        ? "Without a mode nothing is clipped. Gradient normalization helps to avoid gradients that are too large, the exploding gradient problem that is common in recurrent networks."
        : `${name} divides by the gradient's own norm and knows no threshold; only the Clip modes use one.`,
    fixes: [preferred(clip), safe("Remove the threshold", remove(threshold))],
  };
}
