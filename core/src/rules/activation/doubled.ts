import type { Layer, Network } from "../../model/network.js";
import { innermost, isRecurrent } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest, type Report } from "../define-rule.js";
import { activationName, activationPlace } from "./layer-kinds.js";
import { ownAddress } from "./own-address.js";

/** Layers without weights that only have an activation. */
const applying: ReadonlySet<string> = new Set(["ActivationLayer", "LossLayer", "RnnLossLayer", "CnnLossLayer"]);

/** What lets activations through as they are. */
const passing: ReadonlySet<string> = new Set(["DropoutLayer"]);

/** Two activations with no weights between them. */
export const doubled = defineRule({
  id: "activation/doubled",
  severity: "warning",

  check({ network, report }) {
    for (const layer of network.layers) {
      const second = activationName(layer);
      if (!applying.has(layer.kind) || second === undefined || second === "IDENTITY") continue;
      const before = activated(network, layer);
      const first = before && activationName(before);
      // A recurrent cell's activation belongs to the cell.
      if (!before || isRecurrent(before) || first === undefined || first === "IDENTITY") continue;
      report(said(network, layer, before, [first, second]));
    }
  },
});

function said(network: Network, layer: Layer, before: Layer, [first, second]: readonly [string, string]): Report {
  const { activation } = innermost(before);
  const isIdle = first === "RELU" && second === "RELU";
  return {
    at: activationPlace(layer),
    layer,
    severity: isIdle ? "hint" : "warning",
    message: isIdle ? "RELU after RELU changes nothing." : `${second} is applied to what ${first} gave, with no weights between.`,
    detail:
      "An activation makes what weights computed non-linear. A second one in a row squashes or cuts what is left: " +
      "its gradient is multiplied with the first one's, and both can vanish.",
    fixes: activation
      ? [
          preferred(
            suggest(`Set the activation of layer ${before.id} to IDENTITY`, set(ownAddress(network, before, activation), "IDENTITY")),
          ),
        ]
      : [],
  };
}

/** The layer whose activation comes in, when it is the only one. */
function activated(network: Network, layer: Layer): Layer | undefined {
  const feeding = network.layers.filter(({ name }) => layer.from.includes(name));
  const [before] = feeding;
  if (!before || feeding.length > 1 || before.isVertex) return undefined;
  return passing.has(before.kind) ? activated(network, before) : before;
}
