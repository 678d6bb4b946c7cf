import { layers as layerFacts } from "../../facts/layers.js";
import { isBefore } from "../../facts/versions.js";
import { hiddenLayers } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";

/** Up to 0.6.0: without `.backprop(true)` only the output layer learns. */
export const noBackprop = defineRule({
  id: "structure/no-backprop",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { backprop } = network.written.train;
    const { version } = network.framework;
    if (network.kind === "transfer" || hiddenLayers(network).length === 0) return;
    // Layers that are only pretrained need none.
    if (network.layers.some(({ kind }) => layerFacts[kind]?.category === "pretraining")) return;
    const isOff = backprop === undefined ? isBefore(version, "0.7.0") : isKnown(backprop) && backprop.value === false;
    // From 1.0.0-beta3 on the call does nothing.
    if (!isOff || !isBefore(version, "1.0.0-beta3")) return;
    report({
      at: backprop ?? network.train.backpropType,
      message: backprop
        ? "Back-propagation is off: only the output layer is tuned."
        : `Back-propagation is off by default in ${version}: only the output layer is tuned.`,
      detail: "The hidden layers keep their initial or pretrained weights. Up to 0.6.0 it has to be switched on; from 0.7.0 on it is on.",
      fixes: [preferred(suggest("Set backprop to true", set(backprop ?? "train.backprop", true)))],
    });
  },
});
