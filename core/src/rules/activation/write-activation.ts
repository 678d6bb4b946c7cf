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
  const addresses = new Set<string>();
  for (const outer of layers) {
    const { activation } = innermost(outer);
    if (!activation) continue;
    const all = network.layers.filter((layer) => innermost(layer).activation?.address === activation.address);
    const isWhole = activation.origin !== "default" && all.every((layer) => layers.includes(layer));
    addresses.add(isWhole ? activation.address : ownAddress(network, outer, activation));
  }
  return [...addresses].map((address) => set(address, value));
}
