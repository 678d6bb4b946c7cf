import * as tf from "@tensorflow/tfjs-core";
import { Refusal } from "../network/refusal.js";
import { activationOf } from "./activations.js";
import { biasOf, mapped } from "./dense.js";
import { arrayNamed, type LayerKind } from "./layer-math.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";

/** `ElementWiseMultiplicationLayer`: act(x ⊙ W + b), `W [1, n]`, `b [n]`. */
export const elementWiseMultiplication: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const [nIn, nOut] = [sizeIn(layer, network), sizeOut(layer)];
  if (nIn !== nOut) throw new Refusal(`layers.${layer.index}.nOut`, `it is ${nOut}, but ${nIn} values come in: each has one weight`);
  const shape = [1, nIn];
  const weights = { name: "W", shape, role: "weight", initial: initialWeights(layer, shape, { in: nIn, out: nOut }) } as const;
  return {
    arrays: [weights, biasOf(layer, nOut)],
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      mapped(input, (x) => activation.apply(tf.add(tf.mul(x, arrayNamed(arrays, "W")), arrayNamed(arrays, "b")), pass)),
  };
};
