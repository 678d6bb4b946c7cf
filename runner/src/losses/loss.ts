import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { isCall, type Call } from "../../../core/src/model/value.js";
import type { Activation } from "../layers/activations.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { fMeasure, type FMeasure } from "./f-measure.js";
import { lossFormulas, type LossFormula } from "./formulas.js";
import { mixtureDensity } from "./mixture-density.js";
import { multiLabel } from "./multi-label.js";
import { applyWithGradient, savedAt } from "./own-gradient.js";

/** The loss of an output layer. */
export interface Loss {
  readonly name: string;
  /** How many columns its labels have for so many outputs: one index for SPARSE_MCXENT. */
  readonly labelWidth: (outputs: number) => number;
  /**
   * Sum over all rows and outputs; its gradient is the one that Deeplearning4j trains by.
   * @param preactivation `[rows, n]`
   * @param labels `[rows, n]`, or `[rows, 1]` of indices
   * @param mask `[rows, 1]` or `[rows, n]`: what multiplies the terms
   * @param besides what else the layer hands to its loss
   */
  readonly sum: (preactivation: tf.Tensor, labels: tf.Tensor, mask?: tf.Tensor, besides?: readonly tf.Tensor[]) => tf.Tensor;
}

/**
 * The loss of a layer with its weights.
 * @throws Refusal for losses that are not here
 */
export function lossOf(layer: Layer, activation: Activation): Loss {
  const path = `layers.${layer.index}.loss`;
  const value = knownValue(layer.loss, path);
  const name = isCall(value) ? value.name : value;
  if (name === "LossFMeasure")
    return { name, labelWidth: (outputs) => outputs, sum: ofWholeBatch(fMeasure(betaOf(value, path)), activation) };
  if (isCall(value) && name === "LossMixtureDensity") return mixtureOf(value, activation, path);
  const formula = name === "LossMultiLabel" ? multiLabel : lossFormulas[name];
  if (!formula) throw new Refusal(path, `the loss ${name} cannot be computed here`);
  const weights = valueOf(layer.lossWeights);
  const isCrossEntropy = name === "MCXENT" || name === "NEGATIVELOGLIKELIHOOD" || name === "SPARSE_MCXENT";
  const sum = isCrossEntropy && activation.name === "SOFTMAX" ? softmaxCrossEntropy(formula) : sumOf(formula, activation);
  const isSparse = name === "SPARSE_MCXENT";
  return {
    name,
    labelWidth: (outputs) => (isSparse ? 1 : outputs),
    sum: (preactivation, labels, mask) => {
      const outputs = preactivation.shape[preactivation.shape.length - 1] ?? 1;
      return sum(preactivation, isSparse ? oneHot(labels, outputs) : labels, factorsOf(weights, mask));
    },
  };
}

/** Its outputs are more than its labels have values. */
function mixtureOf({ name, args }: Call, activation: Activation, path: string): Loss {
  const [kernels, width] = ["gaussians", "labelWidth"].map((key) => knownValue(args[key], `${path}.${key}`));
  if (typeof kernels !== "number" || typeof width !== "number") throw new Refusal(path, "it needs gaussians and a labelWidth");
  return { name, labelWidth: () => width, sum: sumOf(mixtureDensity(kernels, width), activation) };
}

type Sum = (preactivation: tf.Tensor, labels: tf.Tensor, factors?: tf.Tensor) => tf.Tensor;

function oneHot(labels: tf.Tensor, classes: number): tf.Tensor {
  return tf.cast(tf.oneHot(tf.cast(tf.reshape(labels, [-1]), "int32"), classes), "float32");
}

/** Loss weights times mask: both multiply the terms. */
function factorsOf(weights: readonly number[] | undefined, mask: tf.Tensor | undefined): tf.Tensor | undefined {
  const row = weights && tf.tensor2d([[...weights]]);
  return row && mask ? tf.mul(row, mask) : (row ?? mask);
}

const times = (x: tf.Tensor, factors: tf.Tensor | undefined): tf.Tensor => (factors ? tf.mul(x, factors) : x);

/** Clipping turns what is not a number into a limit on some backends: the loss has to show it. */
function visible(loss: tf.Tensor, output: tf.Tensor): tf.Tensor {
  return tf.add(loss, tf.mul(0, tf.sum(output)));
}

/** A loss whose derivative by the output is given; the activation's own follows from it. */
export function sumOf({ terms, derivative }: LossFormula, activation: Activation): Sum {
  return (preactivation, labels, factors) =>
    applyWithGradient(activation.apply(preactivation), (output) => ({
      value: visible(tf.sum(times(terms(labels, output), factors)), output),
      saved: factors ? [labels, output, factors] : [labels, output],
      gradient: (dy, saved) => tf.mul(dy, times(derivative(savedAt(saved, 0), savedAt(saved, 1)), saved[2])),
    }));
}

/** A loss of all rows together. */
function ofWholeBatch({ value, derivative }: FMeasure, activation: Activation): Sum {
  return (preactivation, labels, mask) =>
    applyWithGradient(activation.apply(preactivation), (output) => ({
      value: visible(value(labels, output, mask), output),
      saved: mask ? [labels, output, mask] : [labels, output],
      gradient: (dy, saved) => tf.mul(dy, times(derivative(savedAt(saved, 0), savedAt(saved, 1), saved[2]), saved[2])),
    }));
}

function betaOf(value: string | Call, path: string): number {
  if (!isCall(value) || !value.args.beta) return 1;
  const beta = knownValue(value.args.beta, `${path}.beta`);
  if (typeof beta !== "number" || beta <= 0) throw new Refusal(`${path}.beta`, "it has to be a number above 0");
  return beta;
}

/** `LossMCXENT` over softmax: by the preactivation the gradient is p·Σ(w·y) − w·y, free of logarithms. */
function softmaxCrossEntropy({ terms }: LossFormula): Sum {
  return (preactivation, labels, factors) =>
    applyWithGradient(preactivation, (input) => {
      const output = tf.softmax(input);
      return {
        value: visible(tf.sum(times(terms(labels, output), factors)), output),
        saved: [times(labels, factors), output],
        gradient: (dy, saved) => {
          const [weighted, p] = [savedAt(saved, 0), savedAt(saved, 1)];
          return tf.mul(dy, tf.sub(tf.mul(p, tf.sum(weighted, -1, true)), weighted));
        },
      };
    });
}
