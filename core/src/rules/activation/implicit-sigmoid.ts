import type { Layer, Network } from "../../model/network.js";
import type { Fix } from "../../model/change.js";
import { defineRule, isKnown, preferred, safe, set, suggest } from "../define-rule.js";
import { activationPlace, isGated, isHidden } from "./layer-kinds.js";
import { innermost, isRecurrent } from "../../resolve/layers-of.js";
import { ownAddress } from "./own-address.js";
import { bySameText, namingLayers } from "./same-text.js";
import { repairedTogether, saturations } from "./saturation.js";
import { rectify, saturatingOptions } from "./saturating.js";

/** Embeddings took the global activation up to 1.0.0-beta6; from beta7 they are linear. */
const embeddings: ReadonlySet<string> = new Set(["EmbeddingLayer", "EmbeddingSequenceLayer"]);

/** A hidden layer that is a sigmoid only because nobody wrote an activation. */
export const implicitSigmoid = defineRule({
  id: "activation/implicit-sigmoid",
  severity: "warning",

  check({ network, report }) {
    // What the layers of a network that is built on take by default stands in that network.
    if (network.kind === "transfer") return;
    const found = network.layers.filter((layer) => isImplicitSigmoid(network, layer));
    for (const group of bySameText(found, (layer) => layer)) {
      const [first] = group;
      report({
        at: activationPlace(first),
        ...(group.length === 1 && { layer: first }),
        message: namingLayers("No activation is set, so this layer is a sigmoid.", group),
        detail: isRecurrent(first)
          ? "Deeplearning4j's default activation is sigmoid, for recurrent layers too. There tanh is the one commonly used."
          : "Deeplearning4j's default activation is sigmoid. For hidden layers, relu or leakyrelu are generally good choices: sigmoid is more prone to vanishing gradients.",
        fixes: () => fixesFor(network, first),
      });
    }
  },
});

function isImplicitSigmoid(network: Network, outer: Layer): boolean {
  const { activation, kind } = innermost(outer);
  if (!isKnown(activation) || activation.origin !== "default" || activation.value !== "SIGMOID") return false;
  return isHidden(network, outer) || isRecurrent(outer) || embeddings.has(kind);
}

function fixesFor(network: Network, outer: Layer): Fix[] {
  const { activation } = innermost(outer);
  if (!activation) return [];
  const address = ownAddress(network, outer, activation);
  const write = (value: string) => suggest(`Set activation to ${value}`, set(address, value));
  const asItIs = safe("Write activation SIGMOID", set(address, "SIGMOID"));
  if (isRecurrent(outer)) return isGated(outer) ? [preferred(write("TANH"))] : [preferred(write("TANH")), asItIs];
  if (embeddings.has(innermost(outer).kind)) return [preferred(write("IDENTITY"))];
  const rectifiers = rectify(network, repairedTogether(network, [outer], saturatingOptions));
  const written = saturations(network, saturatingOptions).find(({ layer }) => layer === outer);
  return written?.severity === "warning" ? rectifiers : [...rectifiers, asItIs];
}
