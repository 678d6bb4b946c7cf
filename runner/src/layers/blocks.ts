import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";
import { moreNumber, moreNumbers } from "./more-settings.js";

/** `SpaceToDepthLayer`: the values of each square become channels, row by row. */
export const spaceToDepth: LayerKind = (layer) => {
  const size = moreNumber(layer, "blockSize");
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (x) => {
        const { values, shape } = inBlocks(x, size, size);
        return tf.reshape(values, shape);
      }),
  };
};

/** `SpaceToBatchLayer`: the values of each block become examples, the first place of all blocks first. */
export const spaceToBatch: LayerKind = (layer) => {
  const [down = 1, across = down] = moreNumbers(layer, "blocks");
  if (valueOf(layer.padding)?.some((size) => size !== 0) === true)
    throw new Refusal(`layers.${layer.index}.padding`, "padded blocks cannot be computed here");
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (x) => {
        const {
          values,
          shape: [examples, rows, columns],
        } = inBlocks(x, down, across);
        return tf.reshape(tf.transpose(values, [1, 0, 2]), [down * across * examples, rows, columns, x.shape[3] ?? 0]);
      }),
  };
};

/** `[blocks of all examples, places in a block, c]`, and the shape `[n, rows, columns, places · c]` that this is as well. */
function inBlocks(x: tf.Tensor, down: number, across: number) {
  const [examples = 0, height = 0, width = 0, channels = 0] = x.shape;
  const [rows, columns] = [Math.floor(height / down), Math.floor(width / across)];
  const whole = tf.slice(x, [0, 0, 0, 0], [examples, rows * down, columns * across, channels]);
  const stripes = tf.reshape(whole, [examples * rows, down, columns, across * channels]);
  const values = tf.reshape(tf.transpose(stripes, [0, 2, 1, 3]), [examples * rows * columns, down * across, channels]);
  const shape: [number, number, number, number] = [examples, rows, columns, down * across * channels];
  return { values, shape };
}
