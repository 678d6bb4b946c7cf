import * as tf from "@tensorflow/tfjs-core";
import { valueOf, type Setting } from "../../../../core/src/model/setting.js";
import { isCall, nameOf, type Call, type Value } from "../../../../core/src/model/value.js";
import { lossFormulas } from "../../losses/formulas.js";
import { sumOf } from "../../losses/loss.js";
import { knownValue, Refusal } from "../../network/refusal.js";
import { activationOf, type Activation } from "../activations.js";

/** How a variational autoencoder takes its input to be distributed. */
export interface Reconstruction {
  /** Numbers that the decoder gives for each input. */
  readonly perInput: number;
  /**
   * −ln p(x), summed over examples and inputs.
   * @param x `[n, inputs]`
   * @param given what comes out of the decoder's last product, `[n, perInput · inputs]`
   */
  readonly negativeLog: (x: tf.Tensor, given: tf.Tensor) => tf.Tensor;
}

interface Kind {
  readonly perInput: number;
  readonly activation: string;
  readonly negativeLog: (activation: Activation) => Reconstruction["negativeLog"];
}

/** By class name (`org.deeplearning4j.nn.conf.layers.variational`), with the activation that each has where none is said. */
const kinds: Readonly<Record<string, Kind>> = {
  GaussianReconstructionDistribution: { perInput: 2, activation: "IDENTITY", negativeLog: gaussian },
  BernoulliReconstructionDistribution: { perInput: 1, activation: "SIGMOID", negativeLog: bernoulli },
  ExponentialReconstructionDistribution: { perInput: 1, activation: "IDENTITY", negativeLog: exponential },
};

/** Where a layer says nothing: `new GaussianReconstructionDistribution(Activation.TANH)`. */
const usual = { name: "GaussianReconstructionDistribution", activation: "TANH" } as const;

/**
 * The distribution that a layer's setting names.
 * @throws Refusal for distributions that are not here
 */
export function reconstructionOf(setting: Setting<Value> | undefined, path: string): Reconstruction {
  const written = setting ? knownValue(setting, path) : undefined;
  const name = written === undefined ? usual.name : nameOf(written);
  const kind = kinds[name ?? ""];
  if (!kind) throw new Refusal(path, `the distribution ${name ?? "that is written"} cannot be computed here`);
  const value = written === undefined ? usual.activation : (activationIn(written) ?? kind.activation);
  const activation = activationOf({ origin: "explicit", value, range: null, path, address: path }, path);
  return { perInput: kind.perInput, negativeLog: kind.negativeLog(activation) };
}

function activationIn(written: Value): string | Call | undefined {
  const value = isCall(written) ? valueOf(written.args.activation) : undefined;
  return typeof value === "string" || isCall(value) ? value : undefined;
}

/** Mean and log variance of each input, both after the activation: ½(ln 2π + ln σ² + (x − μ)²/σ²). */
function gaussian({ apply }: Activation): Reconstruction["negativeLog"] {
  return (x, given) => {
    const [mean, logVariance] = tf.split(apply(given), 2, -1);
    if (!mean || !logVariance) throw new Error("A Gaussian reconstruction has no mean or no variance.");
    const distance = tf.div(tf.squaredDifference(x, mean), tf.exp(logVariance));
    return tf.mul(0.5, tf.sum(tf.add(Math.log(2 * Math.PI), tf.add(logVariance, distance))));
  };
}

/** The cross-entropy of `LossBinaryXENT`. */
function bernoulli(activation: Activation): Reconstruction["negativeLog"] {
  const { XENT } = lossFormulas;
  if (!XENT) throw new Error("There is no binary cross-entropy.");
  const sum = sumOf(XENT, activation);
  return (x, given) => sum(given, x, undefined);
}

/** γ = ln λ after the activation: λx − γ. */
function exponential({ apply }: Activation): Reconstruction["negativeLog"] {
  return (x, given) => {
    const gamma = apply(given);
    return tf.sum(tf.sub(tf.mul(tf.exp(gamma), x), gamma));
  };
}
