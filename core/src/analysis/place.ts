import type { Anchor } from "../rules/define-rule.js";
import type { Network } from "../model/network.js";
import type { Range } from "../model/range.js";
import type { Setting } from "../model/setting.js";

/** Where a report stands in the text, and which setting it is about. */
export interface Place {
  readonly range: Range;
  readonly setting: string | null;
}

/** The text of a setting's value, or the place where a missing setting would be written. */
export function placeOf(network: Network, at: Setting<unknown> | Anchor): Place {
  if ("anchor" in at) return { range: at.anchor, setting: at.path ?? null };
  return { range: at.range ?? anchorOf(network, at.address), setting: at.path };
}

/**
 * The word on which a finding about something that is not written stands: `train`, `data`, `defaults`, a layer's kind,
 * or the network's name; in builder calls the constructor's name.
 */
export function anchorOf(network: Network, address: string): Range {
  const [section, index, part] = address.split(".");
  switch (section) {
    case "train":
      return network.anchors.train;
    case "defaults":
      return network.anchors.defaults;
    case "data":
      return network.anchors.data ?? network.anchors.network;
    case "layers": {
      const layer = network.written.layers[Number(index)];
      return (part === "inner" ? layer?.inner?.kindRange : layer?.kindRange) ?? network.anchors.network;
    }
    case "inputs":
      return network.written.inputs[Number(index)]?.range ?? network.anchors.network;
    default:
      return network.anchors.network;
  }
}
