import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../../core/src/model/network.js";
import { knownValue, Refusal } from "../../network/refusal.js";
import { mapped } from "../dense.js";
import type { LayerKind } from "../layer-math.js";
import { lowest, maxPooled, pNorm, sumPooled } from "../pool.js";
import { volumeWindowsOf, type VolumeWindows } from "../windows.js";
import { framesOf, lengthened, volumesOf } from "./frames.js";

type Pooling = (volumes: tf.Tensor, windows: VolumeWindows) => tf.Tensor;

/** `Subsampling3DLayer` */
export const subsampling3D: LayerKind = (layer) => {
  const windows = volumeWindowsOf(layer);
  const pooling = poolingOf(layer);
  return { arrays: [], forward: ([input]) => mapped(input, (volumes) => pooling(volumes, windows)) };
};

function poolingOf(layer: Layer): Pooling {
  const path = `layers.${layer.index}.pooling`;
  const name = knownValue(layer.pooling, path);
  switch (name) {
    case "MAX":
      return largest;
    case "AVG":
      return mean;
    case "PNORM": {
      const p = knownValue(layer.pnorm, `layers.${layer.index}.pnorm`);
      return (volumes, windows) => pNorm(volumes, p, (powers) => sum(powers, windows));
    }
    default:
      throw new Refusal(path, `a ${layer.kind} cannot pool by ${name}`);
  }
}

/** Padding is none. */
function largest(volumes: tf.Tensor, windows: VolumeWindows): tf.Tensor {
  return joined(volumes, windows, lowest, maxPooled, tf.maximum);
}

const sum: Pooling = (volumes, windows) => joined(volumes, windows, 0, sumPooled, tf.add);

/** Padding does not count. */
const mean: Pooling = (volumes, windows) => {
  const [, depth = 0, height = 0, width = 0] = volumes.shape;
  return tf.div(sum(volumes, windows), sum(tf.ones([1, depth, height, width, 1]), windows));
};

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
