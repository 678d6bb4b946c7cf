import type { Layer, Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { consumers } from "../../resolve/layers-of.js";
import { defineRule, preferred, suggest } from "../define-rule.js";
import { activationName, activationPlace, isHidden } from "./layer-kinds.js";
import { answers } from "./output-activation.js";
import { bySameText, namingLayers } from "./same-text.js";
import { writeActivation } from "./write-activation.js";

/** Softmax on a layer that others follow. */
export const softmaxHidden = defineRule({
  id: "activation/softmax-hidden",
  severity: "warning",

  check({ network, report }) {
    if (network.kind === "transfer") return;
    const found = network.layers.filter(
      (layer) => isHidden(network, layer) && activationName(layer) === "SOFTMAX" && !answers(network, layer) && isFollowed(network, layer),
    );
    for (const group of bySameText(found, (layer) => layer)) {
      const [first] = group;
      report({
        at: activationPlace(first),
        ...(group.length === 1 && { layer: first }),
        message: namingLayers("Softmax on a hidden layer lets one unit speak and silences the others.", group),
        detail:
          "Softmax makes a probability distribution of a layer's units, which is what the output of a classifier is for. In between it throws most of the signal away. " +
          "For hidden layers, relu or leakyrelu are generally good choices.",
        fixes: [preferred(suggest("Set activation to RELU", ...writeActivation(network, group, "RELU")))],
      });
    }
  },
});

/** Followed by layers, and not as the weights of an attention: those are multiplied with something. */
function isFollowed(network: Network, layer: Layer): boolean {
  const next = consumers(network, layer);
  const isWeight = next.some(({ kind, more }) => kind === "ElementWiseVertex" && valueOf(more.op) !== "Add");
  return next.length > 0 && !isWeight;
}
