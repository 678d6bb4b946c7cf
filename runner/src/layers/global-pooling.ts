import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { knownValue, Refusal } from "../network/refusal.js";
import type { Activations, LayerKind } from "./layer-math.js";
import { pNorm } from "./pool.js";

/** Over which dimensions of what is pooled, and which steps count. */
interface Extent {
  readonly axes: readonly number[];
  readonly mask: tf.Tensor | undefined;
}

const axes = { series: [0], image: [1, 2], volume: [1, 2, 3] } as const;

type Pooling = (x: tf.Tensor, extent: Extent) => tf.Tensor;

/** `GlobalPoolingLayer`: over the kept steps of a series, or a whole image or volume. `poolingDimensions` changes nothing (measured with 1.0.0-M2.1). */
export const globalPooling: LayerKind = (layer) => {
  const pooling = poolingOf(layer);
  const collapses = valueOf(layer.more.collapseDimensions) !== false;
  return {
    arrays: [],
    forward: ([{ kind, tensor, mask }]): Activations => {
      if (kind === "flat") throw new Error("Global pooling of vectors.");
      const pooled = pooling(tensor, { axes: axes[kind], mask });
      if (kind === "series" || collapses) return { kind: "flat", tensor: pooled };
      const [examples = 0, channels = 0] = pooled.shape;
      return { kind, tensor: tf.reshape(pooled, [examples, ...axes[kind].map(() => 1), channels]) };
    },
  };
};

function poolingOf(layer: Layer): Pooling {
  const path = `layers.${layer.index}.pooling`;
  const name = knownValue(layer.pooling, path);
  switch (name) {
    case "MAX":
      return (x, { axes, mask }) => tf.max(mask ? lowered(x, mask) : x, [...axes]);
    case "AVG":
      return (x, { axes, mask }) => (mask ? tf.div(tf.sum(tf.mul(x, mask), [...axes]), tf.sum(mask, [...axes])) : tf.mean(x, [...axes]));
    case "SUM":
      return (x, { axes, mask }) => tf.sum(mask ? tf.mul(x, mask) : x, [...axes]);
    case "PNORM": {
      const p = knownValue(layer.pnorm, `layers.${layer.index}.pnorm`);
      return (x, { axes, mask }) => pNorm(mask ? tf.mul(x, mask) : x, p, (powers) => tf.sum(powers, [...axes]));
    }
    default:
      throw new Refusal(path, `global pooling cannot pool by ${name}`);
  }
}

/** Steps that do not count lie below all others. */
function lowered(x: tf.Tensor, mask: tf.Tensor): tf.Tensor {
  return tf.add(tf.mul(x, mask), tf.mul(tf.sub(mask, 1), 1e30));
}
