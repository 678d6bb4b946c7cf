import * as tf from "@tensorflow/tfjs-core";
import { knownValue } from "../network/refusal.js";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";
import { moreNumber, moreNumbers } from "./more-settings.js";
import { sidesOf } from "./windows.js";

/** `ZeroPaddingLayer`: `[top, bottom, left, right]`, or `[h, w]` for both ends. */
export const zeroPadding: LayerKind = (layer) => {
  const padding = knownValue(layer.padding, `layers.${layer.index}.padding`);
  const [rows, columns] = [sidesOf(padding, 0), sidesOf(padding, 1)];
  return { arrays: [], forward: ([input]) => mapped(input, (x) => tf.pad(x, [[0, 0], [...rows], [...columns], [0, 0]])) };
};

/** `ZeroPadding1DLayer`: `[start, end]`, or one number for both. */
export const zeroPadding1D: LayerKind = (layer) => {
  const [start = 0, end = start] = knownValue(layer.padding, `layers.${layer.index}.padding`);
  const border = (x: tf.Tensor) =>
    tf.pad(x, [
      [start, end],
      [0, 0],
      [0, 0],
    ]);
  return {
    arrays: [],
    forward: ([{ tensor, mask }]) => ({ kind: "series", tensor: border(tensor), ...(mask ? { mask: border(mask) } : {}) }),
  };
};

/** `Cropping2D` */
export const cropping: LayerKind = (layer) => {
  const sizes = moreNumbers(layer, "cropping");
  const [[top, bottom], [left, right]] = [sidesOf(sizes, 0), sidesOf(sizes, 1)];
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (x) => {
        const [examples = 0, height = 0, width = 0, channels = 0] = x.shape;
        return tf.slice(x, [0, top, left, 0], [examples, height - top - bottom, width - left - right, channels]);
      }),
  };
};

/** `Cropping1D` */
export const cropping1D: LayerKind = (layer) => {
  const [start = 0, end = start] = moreNumbers(layer, "cropping");
  const cut = (x: tf.Tensor) => {
    const [steps = 0, examples = 0, features = 0] = x.shape;
    return tf.slice(x, [start, 0, 0], [steps - start - end, examples, features]);
  };
  return { arrays: [], forward: ([{ tensor, mask }]) => ({ kind: "series", tensor: cut(tensor), ...(mask ? { mask: cut(mask) } : {}) }) };
};

/** `Upsampling2D`: every value becomes a block. */
export const upsampling: LayerKind = (layer) => {
  const [down = 1, across = down] = moreNumbers(layer, "size");
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (x) => {
        const [examples = 0, height = 0, width = 0, channels = 0] = x.shape;
        const tall = repeated(x, examples * height, down, width * channels);
        const wide = repeated(tall, examples * height * down * width, across, channels);
        return tf.reshape(wide, [examples, height * down, width * across, channels]);
      }),
  };
};

/** `Upsampling1D`: every step is repeated. */
export const upsampling1D: LayerKind = (layer) => {
  const [times = 1] = moreNumbers(layer, "size");
  const stretch = (x: tf.Tensor) => {
    const [steps = 0, examples = 0, features = 0] = x.shape;
    return tf.reshape(repeated(x, steps, times, examples * features), [steps * times, examples, features]);
  };
  return {
    arrays: [],
    forward: ([{ tensor, mask }]) => ({ kind: "series", tensor: stretch(tensor), ...(mask ? { mask: stretch(mask) } : {}) }),
  };
};

/** `RepeatVector`: the same vector at every step. */
export const repeatVector: LayerKind = (layer) => {
  const times = moreNumber(layer, "repetitionFactor");
  return {
    arrays: [],
    forward: ([{ tensor }]) => ({ kind: "series", tensor: tf.mul(tf.expandDims(tensor, 0), tf.ones([times, 1, 1])) }),
  };
};

/** `[rows, length]` with every row `times` times: `[rows, times, length]`. A product with ones, whose gradient every backend sums rightly. */
export function repeated(x: tf.Tensor, rows: number, times: number, length: number): tf.Tensor {
  return tf.mul(tf.reshape(x, [rows, 1, length]), tf.ones([1, times, 1]));
}
