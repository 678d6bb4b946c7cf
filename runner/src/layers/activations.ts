import * as tf from "@tensorflow/tfjs-core";
import { activations as facts } from "../../../core/src/facts/activations.js";
import type { Setting } from "../../../core/src/model/setting.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { isCall, type Call } from "../../../core/src/model/value.js";
import type { Random } from "../network/random.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { drawn } from "./drawn.js";

/** An activation function, by its constant of `org.nd4j.linalg.activations.Activation`. */
export interface Activation {
  readonly name: string;
  /** @param chance what a random function draws from; without it there is no chance in it, as in use */
  readonly apply: (x: tf.Tensor, chance?: Chance) => tf.Tensor;
}

/** Part of a forward pass. */
export interface Chance {
  readonly training: boolean;
  readonly random: Random;
}

type Formula = (x: tf.Tensor, parameter: number, chance?: Chance) => tf.Tensor;

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

const clip = (x: tf.Tensor, low: number, high: number): tf.Tensor => tf.clipByValue(x, low, high);
const elu: Formula = (x, alpha) => tf.add(tf.relu(x), tf.mul(alpha, tf.sub(tf.exp(tf.minimum(x, 0)), 1)));

/** 1.7159·tanh(2x/3) by the rational function of `RationalTanh`. */
const rationalTanh: Formula = (x) => {
  const scaled = tf.mul(2 / 3, x);
  const a = tf.abs(scaled);
  const square = tf.square(a);
  const denominator = tf.add(tf.add(1, a), tf.add(square, tf.mul(1.41645, tf.square(square))));
  return tf.mul(tf.mul(1.7159, tf.sign(scaled)), tf.sub(1, tf.div(1, denominator)));
};

const [gentlest, steepest] = [1 / 8, 1 / 3];
const leaky: Formula = (x, alpha) => tf.sub(tf.relu(x), tf.mul(alpha, tf.relu(tf.neg(x))));

/** `ActivationRReLU`: negative values times a number drawn between the two slopes for each; in use their mean. */
const randomlyLeaky: Formula = (x, _, chance) => {
  if (!chance?.training) return leaky(x, (gentlest + steepest) / 2);
  const slopes = drawn(x, () => gentlest + (steepest - gentlest) * chance.random.uniform());
  return tf.sub(tf.relu(x), tf.mul(slopes, tf.relu(tf.neg(x))));
};

/** As 1.0.0-M2.1 computes them (measured); the parameter is the one that `facts` names. */
const formulas: Readonly<Record<string, Formula>> = {
  IDENTITY: (x) => x,
  CUBE: (x) => tf.mul(x, tf.square(x)),
  RELU: (x) => tf.relu(x),
  RELU6: (x) => clip(x, 0, 6),
  LEAKYRELU: leaky,
  RRELU: randomlyLeaky,
  THRESHOLDEDRELU: (x, theta) => tf.mul(x, tf.step(tf.sub(x, theta))),
  ELU: elu,
  SELU: (x) => tf.mul(seluScale, elu(x, seluAlpha)),
  GELU: (x) => tf.mul(x, tf.sigmoid(tf.mul(1.702, x))),
  SWISH: (x) => tf.mul(x, tf.sigmoid(x)),
  MISH: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  SOFTPLUS: (x) => tf.softplus(x),
  SIGMOID: (x) => tf.sigmoid(x),
  HARDSIGMOID: (x) => clip(tf.add(tf.mul(0.2, x), 0.5), 0, 1),
  TANH: (x) => tf.tanh(x),
  HARDTANH: (x) => clip(x, -1, 1),
  SOFTSIGN: (x) => tf.div(x, tf.add(1, tf.abs(x))),
  RATIONALTANH: rationalTanh,
  RECTIFIEDTANH: (x) => tf.relu(tf.tanh(x)),
  SOFTMAX: (x) => tf.softmax(x),
};

/**
 * A layer's activation function.
 * @throws Refusal for functions that are not here: one of the user's own
 */
export function activationOf(setting: Setting<string | Call> | undefined, path: string): Activation {
  const value = knownValue(setting, path);
  const name = isCall(value) ? value.name : value;
  const formula = formulas[name];
  if (!formula) throw new Refusal(path, `the activation ${name} cannot be computed here`);
  const parameter = parameterOf(name, value);
  return { name, apply: (x, chance) => formula(x, parameter, chance) };
}

function parameterOf(name: string, value: string | Call): number {
  const parameter = facts[name]?.parameter;
  if (!parameter) return 0;
  const written = isCall(value) ? valueOf(value.args[parameter.name]) : undefined;
  return typeof written === "number" ? written : parameter.usual;
}
