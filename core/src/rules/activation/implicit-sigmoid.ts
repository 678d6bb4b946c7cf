import type { Layer, Network } from "../../model/network.js";
import type { Fix } from "../../model/change.js";
import { defineRule, isKnown, preferred, safe, set, suggest } from "../define-rule.js";
import { activationPlace, innermost, isGated, isHidden, isRecurrent } from "./layer-kinds.js";
import { ownAddress } from "./own-address.js";
import { saturations } from "./saturation.js";
import { saturatingOptions } from "./saturating.js";

/** Embeddings took the global activation up to 1.0.0-beta6; from beta7 they are linear. */
const embeddings: ReadonlySet<string> = new Set(["EmbeddingLayer", "EmbeddingSequenceLayer"]);

/** A hidden layer that is a sigmoid only because nobody wrote an activation. */
export const implicitSigmoid = defineRule({
  id: "activation/implicit-sigmoid",
  severity: "warning",

  check({ network, report }) {
    // What the layers of a network that is built on take by default stands in that network.
    if (network.kind === "transfer") return;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const { activation } = layer;
      if (!isKnown(activation) || activation.origin !== "default" || activation.value !== "SIGMOID") continue;
      if (!isHidden(network, outer) && !isRecurrent(outer) && !embeddings.has(layer.kind)) continue;
      report({
        at: activationPlace(outer),
        layer: outer,
        message: "No activation is set, so this layer is a sigmoid.",
        detail: isRecurrent(outer)
          ? "Deeplearning4j's default activation is sigmoid, for recurrent layers too. There tanh is the one commonly used."
          : "Deeplearning4j's default activation is sigmoid. For hidden layers, relu or leakyrelu are generally good choices: sigmoid is more prone to vanishing gradients.",
        fixes: fixesFor(network, outer, ownAddress(network, outer, activation)),
      });
    }
  },
});

function fixesFor(network: Network, outer: Layer, address: string): Fix[] {
  const write = (value: string) => suggest(`Set activation to ${value}`, set(address, value));
  if (isRecurrent(outer)) return isGated(outer) ? [preferred(write("TANH"))] : [preferred(write("TANH")), asItIs(address)];
  if (embeddings.has(innermost(outer).kind)) return [preferred(write("IDENTITY"))];
  const written = saturations(network, saturatingOptions).find(({ layer }) => layer === outer);
  const rectifiers = [preferred(write("RELU")), write("LEAKYRELU")];
  return written?.severity === "warning" ? rectifiers : [...rectifiers, asItIs(address)];
}

const asItIs = (address: string) => safe("Write activation SIGMOID", set(address, "SIGMOID"));
