import * as tf from "@tensorflow/tfjs-core";

/** A loss as Deeplearning4j scores and differentiates it: the two do not always agree, because of what is clipped where. */
export interface LossFormula {
  /** Each output's share of the loss. Labels and outputs `[rows, n]`. */
  readonly terms: (labels: tf.Tensor, output: tf.Tensor) => tf.Tensor;
  /** Derivative of the sum of the terms by the output. */
  readonly derivative: (labels: tf.Tensor, output: tf.Tensor) => tf.Tensor;
}

type Binary = (labels: tf.Tensor, output: tf.Tensor) => tf.Tensor;

const width = (x: tf.Tensor) => x.shape[x.shape.length - 1] ?? 1;
/** Of an error y − p: its derivative by p has the other sign. */
const signOfError: Binary = (y, p) => tf.sign(tf.sub(p, y));
/** The mean over the outputs of a loss that is their sum. */
const averaged = ({ terms, derivative }: LossFormula): LossFormula => ({
  terms: (y, p) => tf.div(terms(y, p), width(p)),
  derivative: (y, p) => tf.div(derivative(y, p), width(p)),
});

const l1: LossFormula = { terms: (y, p) => tf.abs(tf.sub(y, p)), derivative: signOfError };
const l2: LossFormula = { terms: (y, p) => tf.squaredDifference(y, p), derivative: (y, p) => tf.mul(2, tf.sub(p, y)) };
const logRatio: Binary = (y, p) => tf.log(tf.div(tf.add(1, p), tf.add(1, y)));
const margin: Binary = (y, p) => tf.relu(tf.sub(1, tf.mul(y, p)));

const crossEntropyEps = 1e-10;
/** `LossMCXENT`: clipped in the score only. With softmax the derivative is taken by the preactivation, in `softmax-cross-entropy.ts`. */
const multiClass: LossFormula = {
  terms: (y, p) => tf.neg(tf.mul(y, tf.log(tf.clipByValue(p, crossEntropyEps, 1 - crossEntropyEps)))),
  derivative: (y, p) => tf.neg(tf.div(y, p)),
};

const binaryEps = 1e-5;
const clipped = (p: tf.Tensor) => tf.clipByValue(p, binaryEps, 1 - binaryEps);
/** `LossBinaryXENT`: score and derivative of the clipped output. */
const binary: LossFormula = {
  terms: (y, p) => {
    const inside = clipped(p);
    return tf.neg(tf.add(tf.mul(y, tf.log(inside)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, inside)))));
  },
  derivative: (y, p) => {
    const inside = clipped(p);
    return tf.div(tf.sub(inside, y), tf.mul(inside, tf.sub(1, inside)));
  },
};

/** `LossKLD`: both clipped in the score, neither in the derivative. */
const divergence: LossFormula = {
  terms: (y, p) => {
    const [labels, output] = [tf.clipByValue(y, 1e-5, 1), tf.clipByValue(p, 1e-5, 1)];
    return tf.mul(labels, tf.log(tf.div(labels, output)));
  },
  derivative: (y, p) => tf.neg(tf.div(y, p)),
};

const percentage: LossFormula = averaged({
  terms: (y, p) => tf.mul(100, tf.abs(tf.div(tf.sub(y, p), y))),
  derivative: (y, p) => tf.div(tf.mul(100, signOfError(y, p)), tf.abs(y)),
});

const squaredLogarithmic: LossFormula = averaged({
  terms: (y, p) => tf.square(logRatio(y, p)),
  derivative: (y, p) => tf.div(tf.mul(2, logRatio(y, p)), tf.add(1, p)),
});

const hinge: LossFormula = {
  terms: margin,
  derivative: (y, p) => tf.neg(tf.mul(y, tf.cast(tf.greater(margin(y, p), 0), "float32"))),
};

const squaredHinge: LossFormula = {
  terms: (y, p) => tf.square(margin(y, p)),
  derivative: (y, p) => tf.mul(-2, tf.mul(y, margin(y, p))),
};

const poisson: LossFormula = {
  terms: (y, p) => tf.sub(p, tf.mul(y, tf.log(p))),
  derivative: (y, p) => tf.sub(1, tf.div(y, p)),
};

const norm = (x: tf.Tensor) => tf.sqrt(tf.sum(tf.square(x), -1, true));
/** −cos(y, p) of the whole row, spread over its outputs: each share is −yᵢpᵢ / (‖y‖‖p‖). */
const cosine: LossFormula = {
  terms: (y, p) => tf.neg(tf.div(tf.mul(y, p), tf.mul(norm(y), norm(p)))),
  derivative: (y, p) => {
    const [ofLabels, ofOutput] = [norm(y), norm(p)];
    const along = tf.div(tf.mul(p, tf.sum(tf.mul(y, p), -1, true)), tf.mul(ofLabels, tf.pow(ofOutput, 3)));
    return tf.sub(along, tf.div(y, tf.mul(ofLabels, ofOutput)));
  },
};

const wasserstein: LossFormula = averaged({ terms: (y, p) => tf.mul(y, p), derivative: (y, p) => tf.mul(y, tf.onesLike(p)) });

/** By constant of `LossFunctions.LossFunction`, as 1.0.0-M2.1 computes them (measured). */
export const lossFormulas: Readonly<Record<string, LossFormula>> = {
  MCXENT: multiClass,
  NEGATIVELOGLIKELIHOOD: multiClass,
  SPARSE_MCXENT: multiClass,
  XENT: binary,
  MSE: averaged(l2),
  SQUARED_LOSS: averaged(l2),
  L2: l2,
  L1: l1,
  MEAN_ABSOLUTE_ERROR: averaged(l1),
  MEAN_ABSOLUTE_PERCENTAGE_ERROR: percentage,
  MEAN_SQUARED_LOGARITHMIC_ERROR: squaredLogarithmic,
  KL_DIVERGENCE: divergence,
  RECONSTRUCTION_CROSSENTROPY: divergence,
  HINGE: hinge,
  SQUARED_HINGE: squaredHinge,
  POISSON: poisson,
  EXPLL: poisson,
  COSINE_PROXIMITY: cosine,
  WASSERSTEIN: wasserstein,
};
