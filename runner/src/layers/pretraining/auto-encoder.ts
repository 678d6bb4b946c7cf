import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../../core/src/model/setting.js";
import { activationOf, type Activation } from "../activations.js";
import { asMatrix } from "../arrange.js";
import { affine, mapped, weightsAndBias } from "../dense.js";
import { drawn } from "../drawn.js";
import { arrayNamed, type LayerKind, type Pretraining } from "../layer-math.js";
import { visibleBias } from "./visible-bias.js";

/** `AutoEncoder`: in supervised training a dense layer; in pretraining it learns to undo a corruption of its input, with tied weights. */
export const autoEncoder: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const corruption = valueOf(layer.more.corruptionLevel);
  return {
    arrays: [...weightsAndBias(layer, network), visibleBias(layer, network)],
    activation: activation.name,
    forward: ([input], arrays) => mapped(input, (x) => activation.apply(affine(x, arrays))),
    pretraining: denoising(activation, typeof corruption === "number" ? corruption : 0),
  };
};

/**
 * y = f(xW + b), z = f(yWᵀ + vb), trained down the gradient of the loss that goes with f, by z − x: with sigmoid the cross-entropy,
 * with identity half the squared error. Deeplearning4j has the same gradient for sigmoid with the other sign, and so climbs (measured).
 */
function denoising({ apply }: Activation, corruption: number): Pretraining {
  return {
    gradients: (x, arrays, random) => {
      const [weights, bias, visible] = [asMatrix(arrayNamed(arrays, "W")), arrayNamed(arrays, "b"), arrayNamed(arrays, "vb")];
      const kept = () => (random.uniform() < corruption ? 0 : 1);
      const corrupted: tf.Tensor2D = corruption > 0 ? tf.mul(x, drawn(x, kept)) : x;
      const preactivation = tf.add(tf.matMul(corrupted, weights), bias);
      const hidden = asMatrix(apply(preactivation));
      const output = apply(tf.add(tf.matMul(hidden, weights, false, true), visible));
      const error: tf.Tensor2D = tf.sub(output, x);
      const back = asMatrix(tf.grad(apply)(preactivation, tf.matMul(error, weights)));
      return {
        error: tf.sum(tf.square(error)),
        gradients: {
          W: tf.add(tf.matMul(corrupted, back, true), tf.matMul(error, hidden, true)),
          b: tf.sum(back, 0),
          vb: tf.sum(error, 0),
        },
      };
    },
  };
}
