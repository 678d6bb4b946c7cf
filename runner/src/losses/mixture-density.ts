import * as tf from "@tensorflow/tfjs-core";
import type { LossFormula } from "./formulas.js";

/**
 * `LossMixtureDensity` (Bishop 1994): the negative logarithm of the density that a mixture of Gaussians gives to the labels.
 * The outputs `[rows, kernels·(width + 2)]` are the logits of the kernels' shares, the logarithms of their deviations, and their means.
 * @param kernels Gaussians in the mixture
 * @param width values in a label
 */
export function mixtureDensity(kernels: number, width: number): LossFormula {
  const parts = (labels: tf.Tensor, output: tf.Tensor) => partsOf(labels, output, kernels, width);
  return {
    terms: (labels, output) => tf.neg(tf.logSumExp(parts(labels, output).logDensities, 1, true)),
    derivative: (labels, output) => {
      const { shares, differences, variance, logDensities } = parts(labels, output);
      const responsibility = tf.softmax(logDensities);
      const distance = tf.div(tf.sum(tf.square(differences), 2), variance);
      const byLogDeviation = tf.mul(responsibility, tf.sub(width, distance));
      const byMean = tf.mul(tf.expandDims(tf.div(responsibility, variance), 2), differences);
      return tf.concat([tf.sub(shares, responsibility), byLogDeviation, tf.reshape(byMean, [-1, kernels * width])], 1);
    },
  };
}

/** Shares, variances and the logarithms of the kernels' densities at the labels `[rows, kernels]`; means less labels `[rows, kernels, width]`. */
function partsOf(labels: tf.Tensor, output: tf.Tensor, kernels: number, width: number) {
  const [rows = 0] = output.shape;
  const logits = tf.slice(output, [0, 0], [rows, kernels]);
  const logDeviation = tf.slice(output, [0, kernels], [rows, kernels]);
  const means = tf.reshape(tf.slice(output, [0, 2 * kernels], [rows, kernels * width]), [rows, kernels, width]);
  const differences = tf.sub(means, tf.expandDims(labels, 1));
  const variance = tf.exp(tf.mul(2, logDeviation));
  const exponent = tf.div(tf.sum(tf.square(differences), 2), tf.mul(-2, variance));
  const logNormal = tf.sub(exponent, tf.add(tf.mul(width, logDeviation), (width / 2) * Math.log(2 * Math.PI)));
  return { shares: tf.softmax(logits), variance, differences, logDensities: tf.add(tf.logSoftmax(logits), logNormal) };
}
