import * as tf from "@tensorflow/tfjs-core";
import { atLeast, isOldApi } from "../../../core/src/facts/versions.js";
import type { Layer, Network, WeightDecay } from "../../../core/src/model/network.js";
import { isWritten, valueOf, type Setting } from "../../../core/src/model/setting.js";
import type { ArrayRole } from "../layers/layer-math.js";
import { knownValue } from "./refusal.js";

/** What regularizes one array. */
export interface Penalty {
  readonly l1: number;
  readonly l2: number;
  readonly decays: readonly WeightDecay[];
}

const none: Penalty = { l1: 0, l2: 0, decays: [] };

/**
 * The regularization of a layer's weights or biases. Up to 0.9.1 l1 and l2 count only with `regularization(true)`.
 * @throws Refusal where a coefficient is unknown
 */
export function penaltyOf(layer: Layer, role: ArrayRole, { train, framework }: Network): Penalty {
  if (role !== "weight" && role !== "bias") return none;
  if (isOldApi(framework.version) && valueOf(train.regularization) !== true) return none;
  const number = (setting: Setting<number> | undefined) => (setting ? knownValue(setting, setting.path) : 0);
  const [l1, l2, own, global] =
    role === "bias"
      ? [layer.l1Bias, layer.l2Bias, layer.weightDecayBias, train.weightDecayBias]
      : [layer.l1, layer.l2, layer.weightDecay, train.weightDecay];
  const decays = atLeast(framework.version, "1.0.0-M2.1") ? decaysOf([l1, l2], own, global) : [decayOf(own)];
  return { l1: number(l1), l2: number(l2), decays: decays.filter((decay) => decay !== undefined) };
}

type DecaySetting = Setting<number | WeightDecay>;

/**
 * 1.0.0-M2.1 puts the global weight decay on a layer beside whatever the layer has of its own, and twice on a layer that has nothing
 * (measured; `NeuralNetConfiguration.Builder` and `LayerValidation` both add it).
 */
function decaysOf(
  others: readonly (Setting<number> | undefined)[],
  own: DecaySetting | undefined,
  global: DecaySetting,
): readonly (WeightDecay | undefined)[] {
  if (isWritten(own)) return [decayOf(own), decayOf(global)];
  return others.some(isWritten) ? [decayOf(global)] : [decayOf(global), decayOf(global)];
}

function decayOf(setting: DecaySetting | undefined): WeightDecay | undefined {
  if (!setting) return undefined;
  const value = knownValue(setting, setting.path);
  const decay = typeof value === "number" ? { coefficient: value, applyLR: true } : value;
  return decay.coefficient === 0 ? undefined : decay;
}

/** What the penalty adds to the score: l1·Σ|w| + ½·l2·Σw² + ½·decay·Σw²; `undefined` when nothing. */
export function penaltyScore({ l1, l2, decays }: Penalty, weights: tf.Tensor): tf.Tensor | undefined {
  const ofSquares = decays.reduce((sum, { coefficient }) => sum + coefficient, l2) / 2;
  const parts = [
    ...(l1 === 0 ? [] : [tf.mul(l1, tf.sum(tf.abs(weights)))]),
    ...(ofSquares === 0 ? [] : [tf.mul(ofSquares, tf.sum(tf.square(weights)))]),
  ];
  return parts.length === 0 ? undefined : tf.addN(parts);
}

/** l1·sign(w) + l2·w: what is added to a gradient. */
export function penaltyGradient({ l1, l2 }: Penalty, weights: tf.Tensor): tf.Tensor | undefined {
  const parts = [...(l1 === 0 ? [] : [tf.mul(l1, tf.sign(weights))]), ...(l2 === 0 ? [] : [tf.mul(l2, weights)])];
  return parts.length === 0 ? undefined : tf.addN(parts);
}

/** What is added to an update: decay·w, times the rate where that is asked for. An updater without a rate counts as rate 1. */
export function decayUpdate({ decays }: Penalty, weights: tf.Tensor, rate: number | null): tf.Tensor | undefined {
  const factor = decays.reduce((sum, { coefficient, applyLR }) => sum + coefficient * (applyLR ? (rate ?? 1) : 1), 0);
  return factor === 0 ? undefined : tf.mul(factor, weights);
}
