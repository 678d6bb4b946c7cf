import type { Layer, Network } from "../../../../core/src/model/network.js";
import { valueOf } from "../../../../core/src/model/setting.js";
import type { ArraySpec } from "../layer-math.js";
import { sizeIn } from "../sizes.js";
import { constant } from "../weight-init.js";

/** `vb [nIn]`: what a layer with tied weights adds to its reconstruction. Only pretraining moves it. */
export function visibleBias(layer: Layer, network: Network): ArraySpec {
  const size = sizeIn(layer, network);
  const initial = valueOf(layer.more.visibleBiasInit);
  return {
    name: "vb",
    shape: [size],
    role: "bias",
    isPretrainOnly: true,
    initial: constant([size], typeof initial === "number" ? initial : 0),
  };
}
