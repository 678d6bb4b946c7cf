import * as tf from "@tensorflow/tfjs-core";
import { knownValue } from "../../network/refusal.js";
import { mapped } from "../dense.js";
import type { LayerKind } from "../layer-math.js";
import { lowest, maxPooled, sumPooled } from "../pool.js";
import { volumeWindowsOf, type VolumeWindows } from "../windows.js";
import { framesOf, lengthened, volumesOf } from "./frames.js";

/** `Subsampling3DLayer`: the largest value for `MAX`, the mean for all else (measured with 1.0.0-M2.1: `SUM` and `PNORM` give what `AVG` gives). */
export const subsampling3D: LayerKind = (layer) => {
  const windows = volumeWindowsOf(layer);
  const pooled = knownValue(layer.pooling, `layers.${layer.index}.pooling`) === "MAX" ? largest : mean;
  return { arrays: [], forward: ([input]) => mapped(input, (volumes) => pooled(volumes, windows)) };
};

/** Padding is none. */
function largest(volumes: tf.Tensor, windows: VolumeWindows): tf.Tensor {
  return joined(volumes, windows, lowest, maxPooled, tf.maximum);
}

/** Padding does not count. */
function mean(volumes: tf.Tensor, windows: VolumeWindows): tf.Tensor {
  const [, depth = 0, height = 0, width = 0] = volumes.shape;
  const sum = (of: tf.Tensor) => joined(of, windows, 0, sumPooled, tf.add);
  return tf.div(sum(volumes), sum(tf.ones([1, depth, height, width, 1])));
}

/** What the frames at each place of a window give, joined to the next. */
function joined(
  volumes: tf.Tensor,
  [along, down, across]: VolumeWindows,
  border: number,
  pooled: typeof maxPooled,
  join: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  const depth = volumes.shape[1] ?? 0;
  const padded = lengthened(volumes, along.padding(depth), border);
  const [first, ...rest] = Array.from({ length: along.kernel }, (_, place) => {
    const frames = framesOf(padded, place * along.dilation, along.stride, along.count(depth));
    return volumesOf({ ...frames, images: pooled(frames.images, [down, across]) });
  });
  if (!first) throw new Error("A window without a place.");
  return rest.reduce(join, first);
}
