import * as tf from "@tensorflow/tfjs-core";
import type { Activations } from "./layer-math.js";

/** Of a series the last step that its mask keeps, or the last of all. */
export function lastKept({ kind, tensor, mask }: Activations): Activations {
  if (kind !== "series") return { kind, tensor };
  const [steps = 0, examples = 0, features = 0] = tensor.shape;
  if (!mask)
    return { kind: "flat", tensor: tf.reshape(tf.slice(tensor, [steps - 1, 0, 0], [1, examples, features]), [examples, features]) };
  const numbers = tf.reshape(tf.range(1, steps + 1), [steps, 1, 1]);
  const last = tf.max(tf.mul(mask, numbers), 0, true);
  const isLast = tf.cast(tf.equal(numbers, last), "float32");
  return { kind: "flat", tensor: tf.sum(tf.mul(tensor, isLast), 0) };
}
