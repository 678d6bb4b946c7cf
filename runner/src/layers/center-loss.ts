import * as tf from "@tensorflow/tfjs-core";
import { applyWithGradients } from "../losses/own-gradient.js";
import { asRows } from "./arrange.js";
import { affine, weightsAndBias } from "./dense.js";
import { arrayNamed, type ArraySpec, type LayerKind } from "./layer-math.js";
import { moreNumber } from "./more-settings.js";
import { outputOf } from "./outputs.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { constant } from "./weight-init.js";

/**
 * `CenterLossOutputLayer` (Wen et al. 2016): the loss, and λ/2 of the squared distance of what comes in to its class's centre,
 * `cL [classes, nIn]`. The centres' gradient is not that of the loss: each moves by α towards the mean of its class, `Σ α(c − x) / (1 + n)`.
 */
export const centerLossOutput: LayerKind = (layer, network) => {
  const centers: ArraySpec = centersOf(sizeOut(layer), sizeIn(layer, network));
  const [alpha, lambda] = [moreNumber(layer, "alpha"), moreNumber(layer, "lambda")];
  const { activation, output } = outputOf(layer);
  return {
    arrays: [...weightsAndBias(layer, network), centers],
    activation,
    output: {
      ...output,
      loss: {
        ...output.loss,
        sum: (preactivation, labels, mask, [features, places] = []) => {
          const sum = output.loss.sum(preactivation, labels, mask);
          return features && places ? tf.add(sum, distances(features, places, labels, { alpha, lambda })) : sum;
        },
      },
    },
    forward: ([input], arrays) => ({ ...input, tensor: affine(input.tensor, arrays), besides: [input.tensor, arrayNamed(arrays, "cL")] }),
  };
};

/** Neither the updater nor regularization counts for them. */
function centersOf(classes: number, features: number): ArraySpec {
  const shape = [classes, features];
  return { name: "cL", shape, role: "plain", isItsOwnUpdate: true, initial: constant(shape, 0) };
}

interface Pull {
  /** Of the centres to what comes in. */
  readonly alpha: number;
  /** Of what comes in to the centres. */
  readonly lambda: number;
}

/** λ/2·Σ‖x − c‖² */
function distances(features: tf.Tensor, centers: tf.Tensor, labels: tf.Tensor, { alpha, lambda }: Pull): tf.Tensor {
  return applyWithGradients([features, centers], ([x, c]) => {
    if (!x || !c) throw new Error("A distance has two ends.");
    const rows = asRows(x);
    const classes = tf.reshape(asRows(labels), [rows.shape[0], -1]);
    const difference = tf.sub(rows, tf.matMul(classes, asRows(c)));
    return {
      value: tf.mul(lambda / 2, tf.sum(tf.square(difference))),
      saved: [difference, classes],
      gradients: (dy, [difference, classes]) => {
        if (!difference || !classes) throw new Error("What the gradient needs was not saved.");
        const sums = tf.matMul(tf.transpose(classes), tf.neg(difference));
        const met = tf.add(1, tf.reshape(tf.sum(classes, 0), [-1, 1]));
        return [tf.mul(dy, tf.mul(lambda, difference)), tf.mul(dy, tf.mul(alpha, tf.div(sums, met)))];
      },
    };
  });
}
