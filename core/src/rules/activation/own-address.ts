import type { Layer, Network } from "../../model/network.js";
import type { Setting } from "../../model/setting.js";

/**
 * Where a layer's own value of a setting is written, or would be, also while it has an inherited one in force.
 * Merge vertices that Deeplearning4j inserts shift the paths of the layers behind them, not their addresses.
 * @param layer the layer of the network, not what it wraps
 */
export function ownAddress({ written }: Network, layer: Layer, { path }: Setting<unknown>): string {
  const isIt = ({ kindRange, name }: (typeof written.layers)[number]) =>
    kindRange.start === layer.kindRange.start && kindRange.end === layer.kindRange.end && (name ?? layer.name) === layer.name;
  const same = written.layers[layer.index];
  const index = same && isIt(same) ? layer.index : written.layers.findIndex(isIt);
  return index < 0 ? path : path.replace(/^layers\.\d+/, `layers.${index}`);
}
