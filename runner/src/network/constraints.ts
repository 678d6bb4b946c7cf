import * as tf from "@tensorflow/tfjs-core";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { valueOf, type Setting } from "../../../core/src/model/setting.js";
import { isCall, type Arguments, type Call, type Value } from "../../../core/src/model/value.js";
import type { ArraySpec } from "../layers/layer-math.js";
import { knownNumber, Refusal } from "./refusal.js";

/** What an array in the outside layout is brought back to after an update. */
export type Constraint = (array: tf.Tensor) => tf.Tensor;

/** Which arrays a call speaks of. */
const meant: Readonly<Record<string, (spec: ArraySpec) => boolean>> = {
  constrainWeights: ({ role }) => role === "weight",
  constrainBias: ({ role }) => role === "bias",
  constrainAllParameters: ({ role }) => role !== "statistic",
  constrainRecurrent: ({ role, name }) => role === "weight" && name.includes("RW"),
};

/** Calls on the configuration that its layers follow: `constrainAllParameters` is never applied there (measured with 1.0.0-M2.1). */
const global = ["constrainWeights", "constrainBias"] as const;

/**
 * The constraints of a layer's arrays, the layer's own or else the configuration's (`LayerValidation`, Deeplearning4j 1.0.0-M2.1).
 * Each is applied twice after an update, which a rate shows; `constrainInputWeights` never is (measured with 1.0.0-M2.1).
 * @throws Refusal for numbers that are not known
 */
export function constraintsOf(layer: Layer, { written }: Network): (spec: ArraySpec) => Constraint | undefined {
  const own = read(layer.more, Object.keys(meant), `layers.${layer.index}`);
  const all = own.length > 0 ? own : read(written.train, global, "train");
  return (spec) => {
    const mine = all.filter(({ key }) => meant[key]?.(spec) === true).map(({ constraint }) => constraint);
    return mine.length === 0 ? undefined : (array) => [...mine, ...mine].reduce((held, constraint) => constraint(held), array);
  };
}

function read(settings: Arguments, keys: readonly string[], path: string) {
  return keys.flatMap((key) => {
    const setting: Setting<Value> | undefined = settings[key];
    const value = valueOf(setting);
    // Constraints of the user's own are left out, and said before the run.
    const calls = Array.isArray(value) ? (value as readonly Value[]).filter(isCall) : [];
    return calls.map((call) => ({ key, constraint: constraintOf(call, `${path}.${key}`) }));
  });
}

/** Norms are those of the parts along the dimensions: with 1 of weights `[nIn, nOut]` the rows. */
function constraintOf(call: Call, path: string): Constraint {
  if (call.name === "NonNegativeConstraint") return (array) => tf.relu(array);
  const number = (key: string) => knownNumber(call, key, path);
  const dimensions = dimensionsOf(call);
  switch (call.name) {
    case "MaxNormConstraint":
      return withNorm(dimensions, 0, number("maxNorm"), 1);
    case "MinMaxNormConstraint":
      return withNorm(dimensions, number("min"), number("max"), call.args.rate ? number("rate") : 1);
    case "UnitNormConstraint":
      return (array) => tf.div(array, normOf(array, dimensions));
    default:
      throw new Refusal(path, `the constraint ${call.name} cannot be computed here`);
  }
}

const epsilon = 1e-6;

/** `MinMaxNormConstraint`: the norm is brought into bounds, by the rate's share of the way. */
function withNorm(dimensions: readonly number[], low: number, high: number, rate: number): Constraint {
  return (array) => {
    const norm = normOf(array, dimensions);
    const within = tf.clipByValue(norm, low, high);
    const guarded = tf.add(norm, epsilon);
    const scale = tf.div(within, guarded);
    return tf.mul(array, rate === 1 ? scale : tf.add(tf.mul(scale, rate), tf.mul(guarded, 1 - rate)));
  };
}

function normOf(array: tf.Tensor, dimensions: readonly number[]): tf.Tensor {
  return tf.sqrt(tf.sum(tf.square(array), [...dimensions], true));
}

function dimensionsOf({ args }: Call): readonly number[] {
  const value = valueOf(args.dimensions);
  return Array.isArray(value) ? (value as readonly Value[]).filter((one) => typeof one === "number") : [];
}
