import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { activationOf } from "./activations.js";
import { convolve } from "./convolve.js";
import { biasOf, mapped } from "./dense.js";
import { arrayNamed, type LayerKind } from "./layer-math.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";
import { imageWindowsOf } from "./windows.js";

/** `ConvolutionLayer`: `W [out, in, kh, kw]`, `b [out]`; act(x ⋆ W + b). */
export const convolution: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const [vertical, horizontal] = imageWindowsOf(layer);
  const [channels, filters] = [sizeIn(layer, network), sizeOut(layer)];
  const area = vertical.kernel * horizontal.kernel;
  const shape = [filters, channels, vertical.kernel, horizontal.kernel];
  const fans = { in: channels * area, out: (filters * area) / (vertical.stride * horizontal.stride) };
  const weights = { name: "W", shape, role: "weight", order: [2, 3, 1, 0], initial: initialWeights(layer, shape, fans) } as const;
  return {
    arrays: valueOf(layer.hasBias) === false ? [weights] : [weights, biasOf(layer, filters)],
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      mapped(input, (images) => {
        const maps = convolve(images, arrayNamed(arrays, "W"), [vertical, horizontal]);
        return activation.apply(arrays.b ? tf.add(maps, arrays.b) : maps, pass);
      }),
  };
};
