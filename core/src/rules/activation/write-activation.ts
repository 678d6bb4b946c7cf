import type { Change } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { set } from "../define-rule.js";
import { innermost } from "../../resolve/layers-of.js";
import { ownAddress } from "./own-address.js";

/**
 * Gives the layers another activation. A global value is changed where it stands when it reaches no other layer;
 * otherwise the layers get a value of their own.
 */
export function writeActivation(network: Network, layers: readonly Layer[], value: string): Change[] {
  const places = new Map<string, string>();
  for (const outer of layers) {
    const { activation } = innermost(outer);
    if (!activation) continue;
    const all = network.layers.filter((layer) => innermost(layer).activation?.address === activation.address);
    const isWhole = activation.origin !== "default" && all.every((layer) => layers.includes(layer));
    const address = isWhole ? activation.address : ownAddress(network, outer, activation);
    // One text that makes several layers (a loop) is written once.
    const { range } = activation;
    places.set(range && isWhole ? `${range.start} ${range.end}` : address, address);
  }
  return [...places.values()].map((address) => set(address, value));
}
