import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "./refusal.js";

/** Rescales or clips the gradients of one layer's arrays. */
export type GradientNormalization = (gradients: readonly tf.Tensor[]) => readonly tf.Tensor[];

/** A norm of 0 counts as this (`BaseMultiLayerUpdater.preApply`). */
const leastNorm = 1e-5;

function norm(gradients: readonly tf.Tensor[]): tf.Tensor {
  return tf.sqrt(tf.addN(gradients.map((gradient) => tf.sum(tf.square(gradient)))));
}

function renormalized(gradients: readonly tf.Tensor[]): readonly tf.Tensor[] {
  const length = norm(gradients);
  const divisor = tf.where(tf.greater(length, 0), length, tf.fill([], leastNorm));
  return gradients.map((gradient) => tf.div(gradient, divisor));
}

function clippedTo(threshold: number): GradientNormalization {
  return (gradients) => {
    const length = norm(gradients);
    const scale = tf.where(tf.greater(length, threshold), tf.div(threshold, length), tf.onesLike(length));
    return gradients.map((gradient) => tf.mul(gradient, scale));
  };
}

const each =
  (normalize: GradientNormalization): GradientNormalization =>
  (gradients) =>
    gradients.flatMap((gradient) => normalize([gradient]));

/**
 * The gradient normalization of a layer; `undefined` where it has none.
 * @throws Refusal for one that is not here
 */
export function normalizationOf(layer: Layer): GradientNormalization | undefined {
  const name = valueOf(layer.gradientNormalization) ?? "None";
  const threshold = valueOf(layer.gradientNormalizationThreshold) ?? 1;
  switch (name) {
    case "None":
      return undefined;
    case "RenormalizeL2PerLayer":
      return renormalized;
    case "RenormalizeL2PerParamType":
      return each(renormalized);
    case "ClipL2PerLayer":
      return clippedTo(threshold);
    case "ClipL2PerParamType":
      return each(clippedTo(threshold));
    case "ClipElementWiseAbsoluteValue":
      return (gradients) => gradients.map((gradient) => tf.clipByValue(gradient, -threshold, threshold));
    default:
      throw new Refusal(`layers.${layer.index}.gradientNormalization`, `${name} cannot be computed here`);
  }
}
