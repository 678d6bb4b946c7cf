import type { Layer, Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { activations } from "../../facts/activations.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { feeds, innermost } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { activationName } from "../activation/layer-kinds.js";
import { featureColumns } from "../data/columns.js";
import { boundsOf } from "../data/scalings.js";

const reconstruction = "RECONSTRUCTION_CROSSENTROPY";
/** Deeplearning4j stores reconstruction cross entropy as KL divergence; binary cross entropy differs by a constant. */
const crossEntropies: ReadonlySet<string> = new Set([reconstruction, "KL_DIVERGENCE", "XENT"]);

/** A pretraining layer's loss that does not suit what it reconstructs. */
export const unfitForPretraining = defineRule({
  id: "loss/unfit-for-pretraining",
  severity: "warning",

  check({ network, report }) {
    for (const layer of network.layers) {
      const { kind, loss } = innermost(layer);
      if (layerFacts[kind]?.category !== "pretraining" || kind === "VariationalAutoencoder") continue;
      const name = isKnown(loss) && loss.range !== null ? nameOf(loss.value) : undefined;
      const inputs = inputsOf(network, layer);
      if (!loss || name === undefined || crossEntropies.has(name) || inputs === "unknown") continue;
      report({
        at: loss,
        layer,
        severity: inputs === "gaussian" ? "info" : "warning",
        message: `${name} is not the loss for pretraining on ${inputs === "gaussian" ? "standardized inputs" : "inputs between 0 and 1"}.`,
        detail:
          "For pretraining, choose reconstruction entropy: it reads each input as a probability." +
          (inputs === "gaussian" ? " Standardized inputs are none, and MSE can be right for them." : ""),
        fixes: inputs === "gaussian" ? [] : [preferred(suggest(`Set loss to ${reconstruction}`, set(loss, reconstruction)))],
      });
    }
  },
});

/** What comes into a layer: values between 0 and 1, standardized ones, or it is not known. */
function inputsOf(network: Network, layer: Layer): "probabilities" | "gaussian" | "unknown" {
  const before = feeds(network, layer);
  if (before.length > 0) return before.every(givesProbabilities) ? "probabilities" : "unknown";
  const scaling = isKnown(network.data.normalize) ? network.data.normalize.value : undefined;
  if (scaling?.name === "standardize") return "gaussian";
  const bounds = scaling && boundsOf(scaling);
  if (bounds) return bounds[0] >= 0 && bounds[1] <= 1 ? "probabilities" : "unknown";
  const profile = network.data.trainProfile;
  const columns = profile && scaling?.name === "none" ? featureColumns(network.data, profile) : undefined;
  const isWithin = columns?.every(({ min, max }) => min !== null && max !== null && min >= 0 && max <= 1);
  return isWithin === true && columns?.length !== 0 ? "probabilities" : "unknown";
}

function givesProbabilities(layer: Layer): boolean {
  const [low, high] = activations[activationName(layer) ?? ""]?.range ?? [-1, 1];
  return low >= 0 && high <= 1 && valueOf(innermost(layer).activation) !== undefined;
}
