import * as tf from "@tensorflow/tfjs-core";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { activationOf } from "./activations.js";
import { convolve } from "./convolve.js";
import { mapped } from "./dense.js";
import { arrayNamed, type Arrays, type ArraySpec, type LayerKind } from "./layer-math.js";
import { alongTime, single } from "./series-windows.js";
import { shapeIn, sizeIn, sizeOut } from "./sizes.js";
import { constant, initialWeights } from "./weight-init.js";
import { imageWindowsOf, seriesWindowOf, type Window } from "./windows.js";

/** `LocallyConnected2D`: a convolution with weights of its own at every place, `W [places, in · kh · kw, out]`, `b [out]` from 0. */
export const locallyConnected: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const windows = imageWindowsOf(layer);
  const { height, width } = shapeIn(layer, "convolutional");
  const places = windows[0].count(height) * windows[1].count(width);
  return {
    arrays: arraysOf(layer, network, windows, places),
    activation: activation.name,
    forward: ([input], arrays, pass) => mapped(input, (images) => activation.apply(connected(images, arrays, windows), pass)),
  };
};

/** `LocallyConnected1D`, along the steps of a series. */
export const locallyConnected1D: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const window = seriesWindowOf(layer);
  const { steps } = shapeIn(layer, "recurrent");
  if (steps === null) throw new Refusal(`layers.${layer.index}`, "it has weights for every step: write the length of the series");
  return {
    arrays: arraysOf(layer, network, [window, single], window.count(steps)),
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      alongTime(input, window, (images) => activation.apply(connected(images, arrays, [window, single]), pass)),
  };
};

function arraysOf(layer: Layer, network: Network, [vertical, horizontal]: readonly [Window, Window], places: number): readonly ArraySpec[] {
  const [channels, filters] = [sizeIn(layer, network), sizeOut(layer)];
  const area = vertical.kernel * horizontal.kernel;
  const shape = [places, channels * area, filters];
  const fans = { in: channels * area, out: (filters * area) / (vertical.stride * horizontal.stride) };
  const weights: ArraySpec = { name: "W", shape, role: "weight", initial: initialWeights(layer, shape, fans) };
  const bias: ArraySpec = { name: "b", shape: [filters], role: "bias", initial: constant([filters], 0) };
  return valueOf(layer.hasBias) === false ? [weights] : [weights, bias];
}

/**
 * One product for each place: all examples' patches there with the weights there. Deeplearning4j counts the places by columns and lays
 * what they give out by rows (`LocallyConnected2D.defineLayer`), so that an image comes out turned over; so it does here.
 */
function connected(images: tf.Tensor, arrays: Arrays, windows: readonly [Window, Window]): tf.Tensor {
  const patches = patchesOf(images, windows);
  const [examples = 0, height = 0, width = 0, size = 0] = patches.shape;
  const byPlace = tf.reshape<tf.Rank.R3>(tf.transpose(patches, [2, 1, 0, 3]), [height * width, examples, size]);
  const weights = arrayNamed(arrays, "W");
  const products = tf.matMul(byPlace, tf.reshape<tf.Rank.R3>(weights, [height * width, size, weights.shape[2] ?? 0]));
  const maps = tf.transpose(tf.reshape(products, [height, width, examples, -1]), [2, 0, 1, 3]);
  return arrays.b ? tf.add(maps, arrays.b) : maps;
}

/** What lies under each window, in the order `[c, kh, kw]`: a convolution with filters of a single 1 each. */
function patchesOf(images: tf.Tensor, windows: readonly [Window, Window]): tf.Tensor {
  const [, , , channels = 0] = images.shape;
  const [tall, wide] = [windows[0].kernel, windows[1].kernel];
  const size = channels * tall * wide;
  const ones = tf.reshape(tf.eye(size), [channels, tall, wide, size]);
  return convolve(images, tf.transpose(ones, [1, 2, 0, 3]), windows);
}
