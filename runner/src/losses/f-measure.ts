import * as tf from "@tensorflow/tfjs-core";

/** Of a minibatch: how much of each kind, by the probability of the positive class. */
interface Counts {
  readonly numerator: tf.Tensor;
  readonly denominator: tf.Tensor;
  /** 1 where the label is positive: `[rows, 1]`. */
  readonly positive: tf.Tensor;
}

/** `LossFMeasure`: 1 − F of the whole minibatch, for one output or for two of which the second is the positive class. */
export interface FMeasure {
  readonly value: (labels: tf.Tensor, output: tf.Tensor, mask: tf.Tensor | undefined) => tf.Tensor;
  /** By the output. Of two outputs the first one's is 0, although it counts in the value. */
  readonly derivative: (labels: tf.Tensor, output: tf.Tensor, mask: tf.Tensor | undefined) => tf.Tensor;
}

/** @param beta how much more recall counts than precision */
export function fMeasure(beta: number): FMeasure {
  const square = beta * beta;
  const counts = (labels: tf.Tensor, output: tf.Tensor, mask: tf.Tensor | undefined): Counts => {
    const [rows = 0, columns = 1] = labels.shape;
    const column = (x: tf.Tensor, index: number) => tf.slice(x, [0, index], [rows, 1]);
    const [positive, hit] = [column(labels, columns - 1), column(output, columns - 1)];
    const [negative, missed] = columns === 1 ? [tf.sub(1, positive), tf.sub(1, hit)] : [column(labels, 0), column(output, 0)];
    const total = (kind: tf.Tensor, share: tf.Tensor) => tf.sum(mask ? tf.mul(tf.mul(kind, share), mask) : tf.mul(kind, share));
    const numerator = tf.mul(1 + square, total(positive, hit));
    const denominator = tf.add(tf.add(numerator, tf.mul(square, total(positive, missed))), total(negative, hit));
    return { numerator, denominator, positive };
  };
  return {
    // Without positives and without hits both are 0, and so is the loss.
    value: (labels, output, mask) => {
      const { numerator, denominator } = counts(labels, output, mask);
      return tf.where(tf.equal(denominator, 0), tf.zerosLike(denominator), tf.sub(1, tf.div(numerator, denominator)));
    },
    derivative: (labels, output, mask) => {
      const { numerator, denominator, positive } = counts(labels, output, mask);
      const steepness = tf.sub(tf.div(tf.mul(1 + square, positive), denominator), tf.div(numerator, tf.square(denominator)));
      const known = tf.where(tf.equal(denominator, 0), tf.zerosLike(steepness), tf.neg(steepness));
      return (labels.shape[1] ?? 1) === 1 ? known : tf.concat([tf.zerosLike(known), known], 1);
    },
  };
}
