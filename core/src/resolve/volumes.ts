import type { Network } from "../model/network.js";
import { isKnown } from "../model/setting.js";
import { innermost } from "./layers-of.js";

/**
 * How the arrays of volumes are laid out (`Convolution3D.DataFormat`): as one layer at least says, else with channels first.
 * @returns `undefined` where what is said is not known
 */
export function volumeFormat({ layers }: Pick<Network, "layers">): "NCDHW" | "NDHWC" | undefined {
  const said = layers.flatMap((layer) => innermost(layer).more.dataFormat ?? []);
  if (said.some((format) => isKnown(format) && format.value === "NDHWC")) return "NDHWC";
  return said.every(isKnown) ? "NCDHW" : undefined;
}
