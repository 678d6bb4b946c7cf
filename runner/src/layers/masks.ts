import * as tf from "@tensorflow/tfjs-core";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";

/** `MaskLayer`: steps that do not count are 0. */
export const maskLayer: LayerKind = () => ({
  arrays: [],
  forward: ([input]) => (input.mask ? mapped(input, (x) => tf.mul(x, input.mask ?? 1)) : input),
});
