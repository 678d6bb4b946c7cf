import * as tf from "@tensorflow/tfjs-core";
import type { LossFormula } from "./formulas.js";

/**
 * `LossMultiLabel` (Zhang and Zhou 2006): for each example the mean of exp(absent − present) over all pairs of a label that it lacks and
 * one that it has. An example that has all labels, or none, counts nothing.
 */
export const multiLabel: LossFormula = {
  terms: (labels, output) => tf.sum(pairs(labels, output), 1),
  derivative: (labels, output) => {
    const all = pairs(labels, output);
    return tf.sub(tf.sum(all, 1), tf.sum(all, 2));
  },
};

/** `[rows, present, absent]`: exp(outputs' difference), divided by the number of pairs; 0 where the two are no such pair. */
function pairs(labels: tf.Tensor, output: tf.Tensor): tf.Tensor {
  const absent = tf.cast(tf.equal(labels, 0), "float32");
  const count = tf.mul(tf.sum(absent, 1, true), tf.sum(labels, 1, true));
  const shares = tf.where(tf.greater(count, 0), tf.div(1, tf.maximum(count, 1e-12)), tf.zerosLike(count));
  const chosen = tf.mul(tf.expandDims(labels, 2), tf.expandDims(absent, 1));
  const differences = tf.exp(tf.sub(tf.expandDims(output, 1), tf.expandDims(output, 2)));
  return tf.mul(tf.mul(chosen, differences), tf.expandDims(shares, 2));
}
