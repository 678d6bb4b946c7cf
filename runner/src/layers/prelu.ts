import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { mapped } from "./dense.js";
import { arrayNamed, type ArraySpec, type LayerKind } from "./layer-math.js";
import { constant, initialWeights } from "./weight-init.js";

/** `PReLULayer`: max(0, x) + W·min(0, x), with one W for each value, or for each line along the shared axes. */
export const prelu: LayerKind = (layer) => ({
  arrays: [slopes(layer)],
  forward: ([input], arrays) => mapped(input, (x) => tf.sub(tf.relu(x), tf.mul(arrayNamed(arrays, "W"), tf.relu(tf.neg(x))))),
});

/** Zeros unless an initialization is written. */
function slopes(layer: Layer): ArraySpec {
  const { inputShape, index } = layer;
  const axes = valueOf(layer.more.sharedAxes);
  const shared = Array.isArray(axes) ? axes : [];
  const shape = (sizes: readonly number[]) => sizes.map((size, at) => (shared.includes(at + 1) ? 1 : size));
  const array = (sizes: readonly number[], order?: readonly number[]): ArraySpec => ({
    ...{ name: "W", role: "weight", shape: sizes },
    ...(order ? { order } : {}),
    initial: layer.weightInit ? initialWeights(layer, sizes, { in: sizes[0] ?? 1, out: sizes[0] ?? 1 }) : constant(sizes, 0),
  });
  if (inputShape?.kind === "feedForward") return array(shape([inputShape.size]));
  if (inputShape?.kind === "convolutional") return array(shape([inputShape.channels, inputShape.height, inputShape.width]), [1, 2, 0]);
  throw new Refusal(`layers.${index}`, "a PReLULayer needs vectors or images of known size");
}
