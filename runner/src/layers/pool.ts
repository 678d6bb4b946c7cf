import * as tf from "@tensorflow/tfjs-core";
import { as4D, bordered } from "./convolve.js";
import type { Window } from "./windows.js";

type Windows = readonly [Window, Window];

/** Below every activation, and a number: what padding counts as in a search for the largest. */
export const lowest = -3e38;

const kernelOf = ([vertical, horizontal]: Windows): [number, number] => [vertical.kernel, horizontal.kernel];
const strideOf = ([vertical, horizontal]: Windows): [number, number] => [vertical.stride, horizontal.stride];

const isDilated = (windows: Windows) => windows.some(({ dilation }) => dilation > 1);

/**
 * Windows with gaps, which the backends cannot pool: what lies at each place of the kernel joined to the next, for all windows at once.
 * @param every takes one row and column in so many of what the windows at every step gave
 */
function joined(
  images: tf.Tensor4D,
  [vertical, horizontal]: Windows,
  join: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  every: (x: tf.Tensor4D, strides: [number, number]) => tf.Tensor,
): tf.Tensor {
  const [examples, height, width, channels] = images.shape;
  const [reachDown, reachAcross] = [(vertical.kernel - 1) * vertical.dilation, (horizontal.kernel - 1) * horizontal.dilation];
  const [first, ...rest] = Array.from({ length: vertical.kernel * horizontal.kernel }, (_, place): tf.Tensor => {
    const [row, column] = [Math.floor(place / horizontal.kernel), place % horizontal.kernel];
    const start = [0, row * vertical.dilation, column * horizontal.dilation, 0];
    return tf.slice(images, start, [examples, height - reachDown, width - reachAcross, channels]);
  });
  if (!first) throw new Error("A window without a place.");
  return every(as4D(rest.reduce(join, first)), strideOf([vertical, horizontal]));
}

/** The largest value of each window; padding is none. */
export function maxPooled(images: tf.Tensor, windows: Windows): tf.Tensor {
  if (isDilated(windows))
    return joined(bordered(images, windows, lowest), windows, tf.maximum, (x, strides) => tf.maxPool(x, 1, strides, "valid"));
  return tf.maxPool(bordered(images, windows, lowest), kernelOf(windows), strideOf(windows), "valid");
}

/** The sum of each window. */
export function sumPooled(images: tf.Tensor, windows: Windows): tf.Tensor {
  if (isDilated(windows)) return joined(bordered(images, windows, 0), windows, tf.add, (x, strides) => tf.avgPool(x, 1, strides, "valid"));
  const [height, width] = kernelOf(windows);
  return tf.mul(height * width, tf.avgPool(bordered(images, windows, 0), [height, width], strideOf(windows), "valid"));
}

/** The mean of each window, in which padding does not count. */
export function averagePooled(images: tf.Tensor, windows: Windows): tf.Tensor {
  const [, height = 0, width = 0] = images.shape;
  const counts = sumPooled(tf.ones([1, height, width, 1]), windows);
  return tf.div(sumPooled(images, windows), counts);
}

/** (Σ |x|ᵖ)^(1/p) from x and a sum; never the root of 0, whose slope is infinite. */
export function pNorm(x: tf.Tensor, p: number, sum: (powers: tf.Tensor) => tf.Tensor): tf.Tensor {
  const powers = p === 2 ? tf.square(x) : tf.pow(tf.abs(x), p);
  return tf.pow(tf.maximum(sum(powers), 1e-12), 1 / p);
}
