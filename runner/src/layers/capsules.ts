import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { convolve } from "./convolve.js";
import { arrayNamed, type Activations, type ArraySpec, type LayerKind } from "./layer-math.js";
import { moreNumber } from "./more-settings.js";
import { shapeIn } from "./sizes.js";
import { constant, initialWeights } from "./weight-init.js";
import { imageWindowsOf } from "./windows.js";

/**
 * `PrimaryCapsules` (Sabour et al. 2017): a convolution whose values, in the order `[c, h, w]`, are taken as capsules of so many
 * dimensions; as a series, a capsule is a feature and a dimension a step. `weight [kh, kw, in, dimensions · channels]`, `bias`.
 */
export const primaryCapsules: LayerKind = (layer) => {
  const windows = imageWindowsOf(layer);
  const [dimensions, channels] = [moreNumber(layer, "capsuleDimensions"), moreNumber(layer, "channels")];
  const { channels: inputs } = shapeIn(layer, "convolutional");
  const [vertical, horizontal] = windows;
  const filters = dimensions * channels;
  const area = vertical.kernel * horizontal.kernel;
  const shape = [vertical.kernel, horizontal.kernel, inputs, filters];
  const fans = { in: inputs * area, out: (filters * area) / (vertical.stride * horizontal.stride) };
  const weights: ArraySpec = { name: "weight", shape, role: "weight", initial: initialWeights(layer, shape, fans) };
  return {
    arrays: withBias(layer, true, weights, [filters]),
    forward: ([input], arrays): Activations => {
      const maps = convolve(input.tensor, arrayNamed(arrays, "weight"), windows);
      const sums = rectified(layer, arrays.bias ? tf.add(maps, arrays.bias) : maps);
      const [examples = 0] = sums.shape;
      return asSeries(squashed(tf.reshape(tf.transpose(sums, [0, 3, 1, 2]), [examples, -1, dimensions])));
    },
  };
};

/** `useReLU`, `useLeakyReLU`: there is no other activation. */
function rectified({ more }: Layer, x: tf.Tensor): tf.Tensor {
  const leak = valueOf(more.leak);
  if (typeof leak === "number" && leak !== 0) return tf.sub(tf.relu(x), tf.mul(leak, tf.relu(tf.neg(x))));
  return valueOf(more.useReLU) === true ? tf.relu(x) : x;
}

/**
 * `CapsuleLayer`: dynamic routing between capsules, `weight [1, inputs, capsules · dimensions, input dimensions, 1]`. The way of the
 * gradient goes through all rounds of the routing.
 */
export const capsuleLayer: LayerKind = (layer) => {
  const [capsules, dimensions] = [moreNumber(layer, "capsules"), moreNumber(layer, "capsuleDimensions")];
  const routings = moreNumber(layer, "routings", 3);
  const { size: inputs, steps } = shapeIn(layer, "recurrent");
  const inputDimensions = steps ?? moreNumber(layer, "inputCapsuleDimensions");
  const shape = [1, inputs, capsules * dimensions, inputDimensions, 1];
  const fans = { in: inputs * inputDimensions, out: capsules * dimensions };
  const weights: ArraySpec = { name: "weight", shape, role: "weight", initial: initialWeights(layer, shape, fans) };
  return {
    arrays: withBias(layer, false, weights, [1, 1, capsules, dimensions, 1]),
    forward: ([{ tensor }], arrays): Activations => {
      const [, examples = 0] = tensor.shape;
      const matrices = tf.reshape<tf.Rank.R3>(arrayNamed(arrays, "weight"), [inputs, capsules * dimensions, inputDimensions]);
      // [k, n, i] → [i, n, k], times [i, k, capsules · dimensions]
      const predicted = tf.matMul(tf.transpose(tensor, [2, 1, 0]), matrices, false, true);
      const votes = tf.transpose(tf.reshape(predicted, [inputs, examples, capsules, dimensions]), [1, 0, 2, 3]);
      const bias = arrays.bias && tf.reshape(arrays.bias, [1, 1, capsules, dimensions]);
      return asSeries(tf.reshape(routed(votes, bias, routings), [examples, capsules, dimensions]));
    },
  };
};

/** @param votes `[n, inputs, capsules, dimensions]` */
function routed(votes: tf.Tensor, bias: tf.Tensor | undefined, rounds: number): tf.Tensor {
  let logits = tf.mul(tf.sum(votes, 3, true), 0);
  for (let round = 1; ; round++) {
    const shares = tf.transpose(tf.softmax(tf.transpose(logits, [0, 1, 3, 2])), [0, 1, 3, 2]);
    const sums = tf.sum(tf.mul(shares, votes), 1, true);
    const given = squashed(bias ? tf.add(sums, bias) : sums);
    if (round >= rounds) return given;
    logits = tf.add(logits, tf.sum(tf.mul(votes, given), 3, true));
  }
}

/** `CapsuleStrengthLayer`: the length of each capsule. */
export const capsuleStrength: LayerKind = () => ({
  arrays: [],
  forward: ([{ tensor }]): Activations => ({ kind: "flat", tensor: tf.sqrt(tf.maximum(tf.sum(tf.square(tensor), 0), 1e-12)) }),
});

/** As long as x is certain: x·‖x‖² / ((1 + ‖x‖²)·√(‖x‖² + 1e-5)), along the last dimension. */
function squashed(x: tf.Tensor): tf.Tensor {
  const square = tf.sum(tf.square(x), -1, true);
  return tf.div(tf.mul(x, square), tf.mul(tf.add(square, 1), tf.sqrt(tf.add(square, 1e-5))));
}

/** `[n, capsules, dimensions]` as Deeplearning4j's series. */
const asSeries = (capsules: tf.Tensor): Activations => ({ kind: "series", tensor: tf.transpose(capsules, [2, 0, 1]) });

function withBias(layer: Layer, usual: boolean, weights: ArraySpec, shape: readonly number[]): readonly ArraySpec[] {
  const hasBias = valueOf(layer.hasBias ?? layer.more.hasBias) ?? usual;
  return hasBias === true ? [weights, { name: "bias", shape, role: "bias", initial: constant(shape, 0) }] : [weights];
}
