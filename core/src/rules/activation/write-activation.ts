import type { Change } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import type { Setting } from "../../model/setting.js";
import { set } from "../define-rule.js";
import { innermost } from "./layer-kinds.js";

/**
 * Gives the layers another activation. A global value is changed where it stands when it reaches no other layer;
 * otherwise the layers get a value of their own.
 */
export function writeActivation(network: Network, layers: readonly Layer[], value: string): Change[] {
  const targets = new Set(layers.map(innermost));
  const places = new Map<string, string>();
  for (const { activation } of targets) {
    if (!activation) continue;
    const all = network.layers.map(innermost).filter((layer) => layer.activation?.address === activation.address);
    const address = activation.origin !== "default" && all.every((layer) => targets.has(layer)) ? activation.address : activation.path;
    places.set(textOf(activation, address), address);
  }
  return [...places.values()].map((address) => set(address, value));
}

/** One text that makes several layers (a loop) is written once. */
function textOf({ range, address: own }: Setting<unknown>, address: string): string {
  return range && own === address ? `${range.start} ${range.end}` : address;
}
