import type { Layer, Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { consumers, innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, suggest } from "../define-rule.js";
import { activationName, activationPlace, isHidden } from "./layer-kinds.js";
import { seemsToReconstruct } from "./output-activation.js";
import { bySameText, namingLayers } from "./same-text.js";
import { writeActivation } from "./write-activation.js";

/** A hidden layer that is linear, with nothing non-linear before the next weights. */
export const linearHidden = defineRule({
  id: "activation/linear-hidden",
  severity: "warning",

  check({ network, report }) {
    // An autoencoder's bottleneck is linear on purpose, and what follows a network that is built on may stand elsewhere.
    if (network.kind === "transfer" || seemsToReconstruct(network)) return;
    const linear = network.layers.filter(
      (layer) =>
        isHidden(network, layer) &&
        activationName(layer) === "IDENTITY" &&
        !isProjection(layer) &&
        !isNarrow(network, layer) &&
        meetsWeights(network, layer),
    );
    for (const group of bySameText(linear, (layer) => layer)) {
      const [first] = group;
      report({
        at: activationPlace(first),
        ...(group.length === 1 && { layer: first }),
        message: namingLayers("Nothing non-linear stands between this layer's weights and the next.", group),
        detail:
          "Two linear layers in a row compute what one could: the second adds parameters, but nothing that the network can learn. " +
          "For hidden layers, relu or leakyrelu are generally good choices." +
          (group.some((layer) => leadsToIgnored(network, layer)) ? ignored : ""),
        fixes: [preferred(suggest("Set activation to RELU", ...writeActivation(network, group, "RELU")))],
      });
    }
  },
});

const ignored = " The activation that is written on the BatchNormalization behind it is not applied: put an ActivationLayer behind that.";

/** Batch normalization takes an activation, and does not apply it. */
function leadsToIgnored(network: Network, layer: Layer): boolean {
  return consumers(network, layer).some(
    ({ kind, index }) => kind === "BatchNormalization" && network.written.layers[index]?.settings.activation !== undefined,
  );
}

/** 1 × 1 and depthwise convolutions mix or filter channels, and are often left linear. */
function isProjection(layer: Layer): boolean {
  const { kind, kernel } = innermost(layer);
  if (kind === "DepthwiseConvolution2D" || kind === "SeparableConvolution2D") return true;
  const sizes = valueOf(kernel);
  return kernel !== undefined && (sizes === undefined || sizes.every((size) => size === 1));
}

/** Fewer units than before and behind it: a code or an embedding, which is linear on purpose. */
function isNarrow(network: Network, layer: Layer): boolean {
  const { nIn, nOut } = innermost(layer);
  const [inputs, units] = [valueOf(nIn), valueOf(nOut)];
  const next = consumers(network, layer).map((follower) => valueOf(innermost(follower).nOut) ?? 0);
  return inputs !== undefined && units !== undefined && units < inputs && next.some((size) => size > units);
}

/** True when every way from the layer meets weights before it meets something non-linear. */
function meetsWeights(network: Network, layer: Layer): boolean {
  const next = consumers(network, layer);
  return next.length > 0 && next.every((follower) => isMet(network, follower));
}

function isMet(network: Network, layer: Layer): boolean {
  const { kind, activation, pooling } = innermost(layer);
  if (layer.isVertex) return kind === "MergeVertex" && meetsWeights(network, layer);
  switch (layerFacts[kind]?.category) {
    case "dropout":
    case "resizing":
      return meetsWeights(network, layer);
    case "normalization":
      return kind === "BatchNormalization" && meetsWeights(network, layer);
    case "activation":
      return kind === "ActivationLayer" && nameOf(valueOf(activation)) === "IDENTITY" && meetsWeights(network, layer);
    case "pooling":
      return valueOf(pooling) === "AVG" && meetsWeights(network, layer);
    case "feedForward":
    case "convolution":
    case "recurrent":
    case "output":
      return true;
    default:
      return false;
  }
}
