import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { arrayNamed, type Arrays, type ArraySpec } from "./layer-math.js";
import { moreNumber } from "./more-settings.js";
import { constant } from "./weight-init.js";

/** Whether what a layer's weights give is normalized before the bias. */
export const hasLayerNorm = (layer: Layer): boolean => valueOf(layer.more.hasLayerNorm) === true;

/** `g [n]`: counts as a weight for regularization (`DefaultParamInitializer`). */
export function gainOf(layer: Layer, units: number): ArraySpec {
  return { name: "g", shape: [units], role: "weight", initial: constant([units], moreNumber(layer, "gainInit", 1)) };
}

/** g ⊙ (x − mean) / deviation, over the units of each example; the population's deviation, and 0 where that is 0. */
export function normalizedByLayer(x: tf.Tensor, arrays: Arrays): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  // 1 in place of 0: comparisons have no gradient in tfjs, a step has.
  const deviation = tf.sqrt(tf.add(variance, tf.sub(1, tf.step(tf.sub(variance, 1e-12)))));
  return tf.mul(tf.div(centred, deviation), arrayNamed(arrays, "g"));
}
