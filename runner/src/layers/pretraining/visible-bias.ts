import type { ArraySpec } from "../layer-math.js";
import { constant } from "../weight-init.js";

/** `vb [nIn]`: what a layer with tied weights adds to its reconstruction. Only pretraining moves it. */
export function visibleBias(size: number): ArraySpec {
  return { name: "vb", shape: [size], role: "bias", isPretrainOnly: true, initial: constant([size], 0) };
}
