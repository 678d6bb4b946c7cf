import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { activationOf } from "./activations.js";
import { convolve } from "./convolve.js";
import { biasOf } from "./dense.js";
import { arrayNamed, type LayerKind } from "./layer-math.js";
import { alongTime, single } from "./series-windows.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";
import { seriesWindowOf } from "./windows.js";

/** `Convolution1DLayer`: `W [out, in, k]`, `b [out]`, along the steps of a series. */
export const convolution1D: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const window = seriesWindowOf(layer);
  const [features, filters] = [sizeIn(layer, network), sizeOut(layer)];
  const shape = [filters, features, window.kernel];
  const fans = { in: features * window.kernel, out: (filters * window.kernel) / window.stride };
  const weights = { name: "W", shape, role: "weight", order: [2, 1, 0], initial: initialWeights(layer, shape, fans) } as const;
  return {
    arrays: valueOf(layer.hasBias) === false ? [weights] : [weights, biasOf(layer, filters)],
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      alongTime(input, window, (images) => {
        const maps = convolve(images, tf.expandDims(arrayNamed(arrays, "W"), 1), [window, single]);
        return activation.apply(arrays.b ? tf.add(maps, arrays.b) : maps, pass);
      }),
  };
};
