import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../../core/src/model/network.js";
import { knownValue, Refusal } from "../../network/refusal.js";
import type { Random } from "../../network/random.js";
import { asMatrix } from "../arrange.js";
import { affine, mapped, weightsAndBias } from "../dense.js";
import { drawn } from "../drawn.js";
import { arrayNamed, type LayerKind, type Pretraining } from "../layer-math.js";
import { visibleBias } from "./visible-bias.js";

/** The mean of units of a kind, from what comes in. */
type Units = (x: tf.Tensor) => tf.Tensor;

/** By constant of `RBM.VisibleUnit` and `RBM.HiddenUnit`. */
const units: Readonly<Record<string, Units>> = {
  BINARY: (x) => tf.sigmoid(x),
  GAUSSIAN: (x) => x,
  LINEAR: (x) => x,
  IDENTITY: (x) => x,
  RECTIFIED: (x) => tf.relu(x),
  SOFTMAX: (x) => tf.softmax(x),
};

/** `RBM` (up to 0.9.1): gives the means of its hidden units; pretraining is contrastive divergence. */
export const rbm: LayerKind = (layer, network) => {
  const [hidden, visible] = [unitsOf(layer, "hiddenUnit"), unitsOf(layer, "visibleUnit")];
  const number = (key: "k" | "sparsity", usual: number) => {
    const setting = layer.more[key];
    const value = setting ? knownValue(setting, setting.path) : usual;
    return typeof value === "number" ? value : usual;
  };
  return {
    arrays: [...weightsAndBias(layer, network), visibleBias(layer, network)],
    activation: hidden.name === "BINARY" ? "SIGMOID" : hidden.name === "RECTIFIED" ? "RELU" : "IDENTITY",
    forward: ([input], arrays) => mapped(input, (x) => hidden.mean(affine(x, arrays))),
    pretraining: contrastiveDivergence({
      ...{ hidden: hidden.mean, visible: visible.mean, steps: number("k", 1), sparsity: number("sparsity", 0) },
      samples: hidden.name === "BINARY",
    }),
  };
};

function unitsOf(layer: Layer, key: "hiddenUnit" | "visibleUnit"): { readonly name: string; readonly mean: Units } {
  const setting = layer.more[key];
  const name = setting ? knownValue(setting, setting.path) : "BINARY";
  const mean = typeof name === "string" ? units[name] : undefined;
  if (typeof name !== "string" || !mean) throw new Refusal(`layers.${layer.index}.${key}`, "units of this kind cannot be computed here");
  return { name, mean };
}

interface Divergence {
  readonly hidden: Units;
  readonly visible: Units;
  /** k: how often the chain goes down and up. */
  readonly steps: number;
  /** Binary hidden units are drawn between two steps of the chain; of others the mean is taken. */
  readonly samples: boolean;
  /** Where hidden units are to stay; 0: anywhere. */
  readonly sparsity: number;
}

/**
 * xᵀh₀ − vᵀh at the chain's end, as 0.9.1 computes it (measured): the chain starts at the means of the hidden units, not at a sample,
 * and only later steps draw.
 */
function contrastiveDivergence({ hidden, visible, steps, samples, sparsity }: Divergence): Pretraining {
  return {
    gradients: (x, arrays, random) => {
      const [weights, bias, below] = [asMatrix(arrayNamed(arrays, "W")), arrayNamed(arrays, "b"), arrayNamed(arrays, "vb")];
      const up = (v: tf.Tensor2D) => asMatrix(hidden(tf.add(tf.matMul(v, weights), bias)));
      const down = (h: tf.Tensor2D) => asMatrix(visible(tf.add(tf.matMul(h, weights, false, true), below)));
      const first = up(x);
      let seen = down(first);
      const reconstruction = seen;
      let last = up(seen);
      for (let step = 1; step < steps; step++) {
        seen = down(samples ? sampled(last, random) : last);
        last = up(seen);
      }
      const ofBias = sparsity === 0 ? tf.sub(last, first) : tf.sub(first, sparsity);
      return {
        error: tf.sum(tf.squaredDifference(x, reconstruction)),
        gradients: {
          W: tf.sub(tf.matMul(seen, last, true), tf.matMul(x, first, true)),
          b: tf.sum(ofBias, 0),
          vb: tf.sum(tf.sub(seen, x), 0),
        },
      };
    },
  };
}

function sampled(probabilities: tf.Tensor2D, random: Random): tf.Tensor2D {
  const draws = drawn(probabilities, () => random.uniform());
  return asMatrix(tf.cast(tf.less(draws, probabilities), "float32"));
}
