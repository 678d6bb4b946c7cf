import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { activationOf } from "./activations.js";
import { as4D, dilated } from "./convolve.js";
import { biasOf, mapped } from "./dense.js";
import { arrayNamed, type LayerKind } from "./layer-math.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";
import { imageWindowsOf, type Window } from "./windows.js";

/** `Deconvolution2D`: `W [in, out, kh, kw]`, `b [out]`; every value of the input puts the kernel, times itself, into the output. */
export const deconvolution: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const windows = imageWindowsOf(layer);
  const [vertical, horizontal] = windows;
  const [channels, filters] = [sizeIn(layer, network), sizeOut(layer)];
  const area = vertical.kernel * horizontal.kernel;
  const shape = [channels, filters, vertical.kernel, horizontal.kernel];
  const fans = { in: channels * area, out: (filters * area) / (vertical.stride * horizontal.stride) };
  const weights = { name: "W", shape, role: "weight", order: [2, 3, 1, 0], initial: initialWeights(layer, shape, fans) } as const;
  return {
    arrays: valueOf(layer.hasBias) === false ? [weights] : [weights, biasOf(layer, filters)],
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      mapped(input, (images) => {
        const maps = deconvolve(images, arrayNamed(arrays, "W"), windows);
        return activation.apply(arrays.b ? tf.add(maps, arrays.b) : maps, pass);
      }),
  };
};

/** @param filter `[kh, kw, out, in]` */
export function deconvolve(images: tf.Tensor, filter: tf.Tensor, [vertical, horizontal]: readonly [Window, Window]): tf.Tensor {
  const spread = as4D(dilated(filter, vertical.dilation, horizontal.dilation));
  const [examples = 0, height = 0, width = 0] = images.shape;
  const [reachDown, reachAcross, filters] = spread.shape;
  const [tall, wide] = [vertical.stride * (height - 1) + reachDown, horizontal.stride * (width - 1) + reachAcross];
  const strides: [number, number] = [vertical.stride, horizontal.stride];
  const whole = tf.conv2dTranspose(as4D(images), spread, [examples, tall, wide, filters], strides, "valid");
  return cut(whole, vertical.overhang(height), horizontal.overhang(width));
}

/** Without what hangs over each end; where that is negative, with zeros beyond the end. */
function cut(images: tf.Tensor, rows: readonly [number, number], columns: readonly [number, number]): tf.Tensor {
  const ends = [[0, 0], rows, columns, [0, 0]] as const;
  const missing = ends.map(([before, after]): [number, number] => [Math.max(0, -before), Math.max(0, -after)]);
  const padded = missing.some(([before, after]) => before > 0 || after > 0) ? tf.pad(images, missing) : images;
  const start = ends.map(([before]) => Math.max(0, before));
  const size = padded.shape.map((length, axis) => length - (start[axis] ?? 0) - Math.max(0, ends[axis]?.[1] ?? 0));
  return tf.slice(padded, start, size);
}
