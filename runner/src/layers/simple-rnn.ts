import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { activationOf } from "./activations.js";
import { asRows } from "./arrange.js";
import { biasOf } from "./dense.js";
import { arrayNamed, type LayerKind } from "./layer-math.js";
import { first, unrolled } from "./recurrent.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";

/** `SimpleRnn`: h = act(xW + hRW + b), 0 at masked steps. */
export const simpleRnn: LayerKind = (layer, network) => {
  if (valueOf(layer.more.hasLayerNorm) === true)
    throw new Refusal(`layers.${layer.index}.hasLayerNorm`, "layer normalization cannot be computed here");
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const [nIn, units] = [sizeIn(layer, network), sizeOut(layer)];
  const [fromInput, recurrent] = [
    [nIn, units],
    [units, units],
  ];
  return {
    arrays: [
      { name: "W", shape: fromInput, role: "weight", initial: initialWeights(layer, fromInput, { in: nIn, out: units }) },
      { name: "RW", shape: recurrent, role: "weight", initial: initialWeights(layer, recurrent, { in: units, out: units }) },
      biasOf(layer, units),
    ],
    activation: activation.name,
    forward: ([input], arrays, pass) => {
      const weights = asRows(arrayNamed(arrays, "RW"));
      const step = (given: tf.Tensor, state: readonly tf.Tensor[]) => [
        activation.apply(tf.add(given, tf.matMul(asRows(first(state)), weights))),
      ];
      return unrolled(input, arrays, { units, stateSize: 1, clearsMasked: true, step }, pass);
    },
  };
};
