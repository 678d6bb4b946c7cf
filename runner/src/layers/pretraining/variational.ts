import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../../core/src/model/network.js";
import { isWritten, valueOf, type Setting } from "../../../../core/src/model/setting.js";
import { isCall, type Value } from "../../../../core/src/model/value.js";
import { knownValue, Refusal } from "../../network/refusal.js";
import { activationOf, type Activation } from "../activations.js";
import { asMatrix } from "../arrange.js";
import { mapped } from "../dense.js";
import { drawn } from "../drawn.js";
import { arrayNamed, type ArraySpec, type Arrays, type LayerKind, type Pretraining } from "../layer-math.js";
import { sizeIn, sizeOut } from "../sizes.js";
import { constant, initialWeights } from "../weight-init.js";
import { reconstructionOf, type Reconstruction } from "./reconstruction.js";

/**
 * `VariationalAutoencoder`: in supervised training it gives the mean of p(z|x); in pretraining it learns its evidence lower bound
 * (Kingma and Welling, 2013).
 */
export const variationalAutoencoder: LayerKind = (layer, network) => {
  if (isWritten(layer.loss))
    throw new Refusal(`layers.${layer.index}.loss`, "a loss in place of a reconstruction distribution cannot be computed here");
  const [nIn, code] = [sizeIn(layer, network), sizeOut(layer)];
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const sizes = { encoder: sizesOf(layer, "encoder"), decoder: sizesOf(layer, "decoder") };
  const reconstruction = reconstructionOf(layer.more.reconstruction, `layers.${layer.index}.reconstruction`);
  const parts: Parts = {
    activation,
    ofCode: activationOf(asActivation(layer.more.zActivation), `layers.${layer.index}.zActivation`),
    reconstruction,
    samples: samplesOf(layer),
    ...{ encoders: sizes.encoder.length, decoders: sizes.decoder.length },
  };
  const arrays = arraysOf(layer, { nIn, code, ...sizes, outputs: reconstruction.perInput * nIn });
  return {
    arrays,
    forward: ([input], given) => mapped(input, (x) => codeOf(x, given, parts, "pZXMean")),
    pretraining: lowerBound(
      parts,
      arrays.map(({ name }) => name),
    ),
  };
};

interface Parts {
  readonly activation: Activation;
  /** Of mean and log variance of the code. */
  readonly ofCode: Activation;
  readonly reconstruction: Reconstruction;
  /** Draws of the code for each example. */
  readonly samples: number;
  readonly encoders: number;
  readonly decoders: number;
}

function sizesOf(layer: Layer, key: "encoder" | "decoder"): readonly number[] {
  const path = `layers.${layer.index}.${key}`;
  const sizes = knownValue(layer.more[key], path);
  if (Array.isArray(sizes) && sizes.length > 0 && sizes.every((size: Value) => typeof size === "number" && size > 0))
    return sizes.map(Number);
  throw new Refusal(path, "it is not a list of layer sizes");
}

function samplesOf({ more }: Layer): number {
  const samples = valueOf(more.numSamples);
  return typeof samples === "number" ? samples : 1;
}

/** An activation among settings of any type. */
function asActivation(setting: Setting<Value> | undefined): Layer["activation"] {
  const value = valueOf(setting);
  if (!setting || value === undefined || (typeof value !== "string" && !isCall(value))) return undefined;
  return { origin: "explicit", value, range: setting.range, path: setting.path, address: setting.address };
}

interface Sizes {
  readonly nIn: number;
  readonly code: number;
  readonly encoder: readonly number[];
  readonly decoder: readonly number[];
  readonly outputs: number;
}

/** Encoder, mean and log variance of the code, decoder, reconstruction; supervised training knows only the first two. */
function arraysOf(layer: Layer, { nIn, code, encoder, decoder, outputs }: Sizes): readonly ArraySpec[] {
  const pair = (name: string, from: number, to: number, isPretrainOnly: boolean): ArraySpec[] => {
    const weights = initialWeights(layer, [from, to], { in: from, out: to });
    return [
      { name: `${name}W`, shape: [from, to], role: "weight", isPretrainOnly, initial: weights },
      { name: `${name}b`, shape: [to], role: "bias", isPretrainOnly, initial: constant([to], 0) },
    ];
  };
  const stack = (prefix: "e" | "d", from: number, sizes: readonly number[]) =>
    sizes.flatMap((size, index) => pair(`${prefix}${index}`, sizes[index - 1] ?? from, size, prefix === "d"));
  return [
    ...stack("e", nIn, encoder),
    ...pair("pZXMean", encoder.at(-1) ?? nIn, code, false),
    ...pair("pZXLogStd2", encoder.at(-1) ?? nIn, code, true),
    ...stack("d", code, decoder),
    ...pair("pXZ", decoder.at(-1) ?? code, outputs, true),
  ];
}

/** xW + b with the arrays of this name. */
function through(x: tf.Tensor, arrays: Arrays, name: string): tf.Tensor {
  const weights = arrayNamed(arrays, `${name}W`);
  const [from = 0, to = 0] = weights.shape;
  const product = tf.matMul(tf.reshape(x, [-1, from]), asMatrix(weights));
  return tf.reshape(tf.add(product, arrayNamed(arrays, `${name}b`)), [...x.shape.slice(0, -1), to]);
}

function stacked(x: tf.Tensor, arrays: Arrays, { activation }: Parts, prefix: "e" | "d", layers: number): tf.Tensor {
  let value = x;
  for (let index = 0; index < layers; index++) value = activation.apply(through(value, arrays, `${prefix}${index}`));
  return value;
}

function codeOf(x: tf.Tensor, arrays: Arrays, parts: Parts, name: "pZXMean" | "pZXLogStd2"): tf.Tensor {
  return parts.ofCode.apply(through(stacked(x, arrays, parts, "e", parts.encoders), arrays, name));
}

/** −½Σ(1 + ln σ² − μ² − σ²) for the code, and −ln p(x|z) with z = μ + σ·N(0, 1), the mean of the samples. */
function lowerBound(parts: Parts, names: readonly string[]): Pretraining {
  return {
    gradients: (x, arrays, random) => {
      const noise = Array.from({ length: parts.samples }, () => drawn({ shape: [x.shape[0], codeSize(arrays)] }, () => random.normal()));
      const bound = (...values: tf.Tensor[]) => {
        const given = Object.fromEntries(names.flatMap((name, index) => (values[index] ? [[name, values[index]] as const] : [])));
        const encoded = stacked(x, given, parts, "e", parts.encoders);
        const mean = parts.ofCode.apply(through(encoded, given, "pZXMean"));
        const logVariance = parts.ofCode.apply(through(encoded, given, "pZXLogStd2"));
        const inner = tf.sub(tf.add(1, logVariance), tf.add(tf.square(mean), tf.exp(logVariance)));
        const losses = noise.map((one) => {
          const z = tf.add(mean, tf.mul(tf.exp(tf.mul(0.5, logVariance)), one));
          return parts.reconstruction.negativeLog(x, through(stacked(z, given, parts, "d", parts.decoders), given, "pXZ"));
        });
        return tf.reshape<tf.Rank.R0>(tf.add(tf.mul(-0.5, tf.sum(inner)), tf.div(tf.addN(losses), losses.length)), []);
      };
      const { value, grads } = tf.valueAndGrads(bound)(names.map((name) => arrayNamed(arrays, name)));
      return {
        error: value,
        gradients: Object.fromEntries(names.flatMap((name, index) => (grads[index] ? [[name, grads[index]] as const] : []))),
      };
    },
  };
}

const codeSize = (arrays: Arrays) => arrayNamed(arrays, "pZXMeanb").size;
