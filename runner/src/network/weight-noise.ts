import * as tf from "@tensorflow/tfjs-core";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf, type Setting } from "../../../core/src/model/setting.js";
import { isCall, type Call, type Value } from "../../../core/src/model/value.js";
import { drawFrom } from "../layers/distributions.js";
import { drawn } from "../layers/drawn.js";
import type { ArraySpec } from "../layers/layer-math.js";
import { applyWithGradient } from "../losses/own-gradient.js";
import type { Random } from "./random.js";

/** What is done to an array before a layer computes with it. */
export type WeightNoise = (array: tf.Tensor, spec: ArraySpec, pass: NoisyPass) => tf.Tensor;

interface NoisyPass {
  readonly training: boolean;
  readonly random: Random;
}

/**
 * `IWeightNoise` of a layer, its own or else the configuration's (`org.deeplearning4j.nn.conf.weightnoise`, 1.0.0-M2.1).
 * @throws Refusal for distributions that cannot be drawn
 */
export function weightNoiseOf(layer: Layer, { written, train }: Network): WeightNoise | undefined {
  const own: Setting<Value> | undefined = layer.more.dropConnect ?? written.train.dropConnect;
  const path = layer.more.dropConnect ? `layers.${layer.index}.dropConnect` : "train.dropConnect";
  const value = own && isKnown(own) ? own.value : valueOf(train.dropConnect);
  if (typeof value === "number") return value < 1 ? dropConnect(value) : undefined;
  return value !== undefined && isCall(value) && value.name === "WeightNoise" ? drawnNoise(value, path) : undefined;
}

/** Weights are dropped and not rescaled (measured with 1.0.0-M2.1). */
function dropConnect(keep: number): WeightNoise {
  return (array, { role }, { training, random }) =>
    training && role === "weight"
      ? noisy(array, (weights) =>
          tf.mul(
            weights,
            drawn(weights, () => (random.uniform() < keep ? 1 : 0)),
          ),
        )
      : array;
}

/** A draw for each weight, added to it or multiplied with it. Biases have it where that is said, outside training too (measured with 1.0.0-M2.1). */
function drawnNoise({ args }: Call, path: string): WeightNoise | undefined {
  const distribution = valueOf(args.distribution);
  if (!isCall(distribution)) return undefined;
  const draw = drawFrom(distribution, `${path}.distribution`);
  const [onBiases, isAdded] = [valueOf(args.applyToBias) === true, valueOf(args.additive) !== false];
  return (array, { role }, { training, random }) => {
    if (!(role === "weight" && training) && !(role === "bias" && onBiases)) return array;
    return noisy(array, (values) =>
      (isAdded ? tf.add : tf.mul)(
        values,
        drawn(values, () => draw(random)),
      ),
    );
  };
}

/** The gradient by the noisy array is taken for that by the array itself, as Deeplearning4j does. */
function noisy(array: tf.Tensor, noise: (array: tf.Tensor) => tf.Tensor): tf.Tensor {
  return applyWithGradient(array, (values) => ({ value: noise(values), saved: [], gradient: (dy) => dy }));
}
