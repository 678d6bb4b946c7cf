import * as tf from "@tensorflow/tfjs-core";
import { as4D } from "./convolve.js";
import type { Window } from "./windows.js";

type Windows = readonly [Window, Window];

/** Below every activation, and a number: what padding counts as in a search for the largest. */
const lowest = -3e38;

/** Images with their borders, which the backends' own pooling does not treat alike. */
function bordered(images: tf.Tensor, [vertical, horizontal]: Windows, value: number): tf.Tensor4D {
  const [, height = 0, width = 0] = images.shape;
  const [rows, columns] = [vertical.padding(height), horizontal.padding(width)];
  if ([...rows, ...columns].every((size) => size === 0)) return as4D(images);
  return as4D(tf.pad(images, [[0, 0], [...rows], [...columns], [0, 0]], value));
}

const kernelOf = ([vertical, horizontal]: Windows): [number, number] => [vertical.kernel, horizontal.kernel];
const strideOf = ([vertical, horizontal]: Windows): [number, number] => [vertical.stride, horizontal.stride];

/** The largest value of each window; padding is none. */
export function maxPooled(images: tf.Tensor, windows: Windows): tf.Tensor {
  return tf.maxPool(bordered(images, windows, lowest), kernelOf(windows), strideOf(windows), "valid");
}

/** The sum of each window. */
export function sumPooled(images: tf.Tensor, windows: Windows): tf.Tensor {
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
