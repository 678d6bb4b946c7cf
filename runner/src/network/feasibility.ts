import type { Layer, Network } from "../../../core/src/model/network.js";
import type { CheckFeasibility, Unsupported } from "../engine.js";
import { departuresOf } from "./departures.js";
import { planLayer, type LayerPlan } from "./network-layer.js";
import { Refusal } from "./refusal.js";

/** What of a network cannot be trained, or not as Deeplearning4j does it. */
export const feasibility: CheckFeasibility = (network) => ({ refused: planNetwork(network).refused, departures: departuresOf(network) });

/** All layers read, with everything that stands in the way. */
export function planNetwork(network: Network): { readonly layers: readonly LayerPlan[]; readonly refused: readonly Unsupported[] } {
  const refused: Unsupported[] = [...wholeNetwork(network)];
  const layers: LayerPlan[] = [];
  for (const layer of network.layers) {
    try {
      layers.push(planLayer(layer, network));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ setting: error.setting, reason: error.reason });
    }
  }
  const learns = layers.some(({ math }) => math.arrays.length > 0 && math.isFrozen !== true);
  if (refused.length === 0 && !learns) refused.push({ setting: "layers", reason: "no layer has weights to train" });
  return { layers, refused };
}

function wholeNetwork(network: Network): readonly Unsupported[] {
  const { kind, layers, outputs } = network;
  if (kind === "transfer") return [{ setting: "transfer", reason: "the network that this one starts from is not in the text" }];
  if (layers.length === 0) return [{ setting: "layers", reason: "the network has no layers" }];
  if (outputs.length === 0) return [{ setting: "layers", reason: "the network has no output or loss layer" }];
  return layers
    .filter((layer) => leadsNowhere(layer, network))
    .map(({ index, kind: its }) => ({
      setting: `layers.${index}`,
      reason: `nothing takes what this ${its} gives`,
    }));
}

function leadsNowhere({ name }: Layer, { layers, outputs }: Network): boolean {
  return !outputs.includes(name) && !layers.some(({ from }) => from.includes(name));
}
