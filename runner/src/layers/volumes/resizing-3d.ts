import * as tf from "@tensorflow/tfjs-core";
import { knownValue } from "../../network/refusal.js";
import { mapped } from "../dense.js";
import type { LayerKind } from "../layer-math.js";
import { moreNumbers } from "../more-settings.js";
import { repeated } from "../resizing.js";
import { sidesOf } from "../windows.js";
import { allFrames, lengthened, volumesOf } from "./frames.js";

type Sides = readonly [number, number];

/** `ZeroPadding3DLayer`: `[front, back, top, bottom, left, right]`, or `[d, h, w]` for both ends. */
export const zeroPadding3D: LayerKind = (layer) => {
  const padding = knownValue(layer.padding, `layers.${layer.index}.padding`);
  return bordering(sidesOf(padding, 0), sidesOf(padding, 1), sidesOf(padding, 2));
};

/** `Cropping3D`, in the same order. */
export const cropping3D: LayerKind = (layer) => {
  const sizes = moreNumbers(layer, "cropping");
  const without = (dimension: number): Sides => {
    const [before, after] = sidesOf(sizes, dimension);
    return [-before, -after];
  };
  return bordering(without(0), without(1), without(2));
};

function bordering(along: Sides, down: Sides, across: Sides): ReturnType<LayerKind> {
  return {
    arrays: [],
    forward: ([input]) => mapped(input, (volumes) => lengthened(framed(volumes, down, across), along)),
  };
}

/** Every frame with borders, or without them. */
function framed(volumes: tf.Tensor, down: Sides, across: Sides): tf.Tensor {
  const frames = allFrames(volumes);
  const [images, height = 0, width = 0, channels = 0] = frames.images.shape;
  const room = ([before, after]: Sides): [number, number] => [Math.max(0, before), Math.max(0, after)];
  const padded = tf.pad(frames.images, [[0, 0], room(down), room(across), [0, 0]]);
  const start = [0, Math.max(0, -down[0]), Math.max(0, -across[0]), 0];
  const size = [images, height + down[0] + down[1], width + across[0] + across[1], channels];
  return volumesOf({ ...frames, images: tf.slice(padded, start, size) });
}

/** `Upsampling3D`: every value becomes a block. */
export const upsampling3D: LayerKind = (layer) => {
  const [deep = 1, tall = deep, wide = deep] = moreNumbers(layer, "size");
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (volumes) => {
        const [examples = 0, depth = 0, height = 0, width = 0, channels = 0] = volumes.shape;
        const long = repeated(volumes, examples * depth, deep, height * width * channels);
        const high = repeated(long, examples * depth * deep * height, tall, width * channels);
        const broad = repeated(high, examples * depth * deep * height * tall * width, wide, channels);
        return tf.reshape(broad, [examples, depth * deep, height * tall, width * wide, channels]);
      }),
  };
};
