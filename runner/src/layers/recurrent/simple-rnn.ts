import * as tf from "@tensorflow/tfjs-core";
import { Refusal } from "../../network/refusal.js";
import { activationOf, type Activation } from "../activations.js";
import { asRows } from "../arrange.js";
import { biasOf } from "../dense.js";
import { arrayNamed, type LayerKind } from "../layer-math.js";
import { fused, type FusedRecurrence } from "./fused.js";
import { pointwise } from "./pointwise.js";
import { runSimple, simpleGradients } from "./simple-series.js";
import { hasLayerNorm } from "../layer-norm.js";
import { first, unrolled } from "./unrolled.js";
import { sizeIn, sizeOut } from "../sizes.js";
import { initialRecurrentWeights, initialWeights } from "../weight-init.js";

/** `SimpleRnn`: h = act(xW + hRW + b), 0 at masked steps. */
export const simpleRnn: LayerKind = (layer, network) => {
  if (hasLayerNorm(layer))
    throw new Refusal(`layers.${layer.index}.hasLayerNorm`, "Deeplearning4j 1.0.0-M2.1 fails in it, so that there is nothing to follow");
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const [nIn, units] = [sizeIn(layer, network), sizeOut(layer)];
  const [fromInput, recurrent] = [
    [nIn, units],
    [units, units],
  ];
  return {
    arrays: [
      { name: "W", shape: fromInput, role: "weight", initial: initialWeights(layer, fromInput, { in: nIn, out: units }) },
      { name: "RW", shape: recurrent, role: "weight", initial: initialRecurrentWeights(layer, recurrent, { in: units, out: units }) },
      biasOf(layer, units),
    ],
    activation: activation.name,
    forward: ([input], arrays, pass) => {
      const weights = asRows(arrayNamed(arrays, "RW"));
      const step = (given: tf.Tensor, state: readonly tf.Tensor[]) => [
        activation.apply(tf.add(given, tf.matMul(asRows(first(state)), weights)), pass),
      ];
      const recurrence = { units, stateSize: 1, clearsMasked: true };
      const run = seriesOf(activation);
      const atOnce = run && fused(input, arrays, { ...recurrence, weights, further: [], run }, pass);
      return atOnce ?? unrolled(input, arrays, { ...recurrence, step }, pass);
    },
  };
};

/** The whole series in one; `undefined` for functions that this is not worked out for. */
function seriesOf(activation: Activation): FusedRecurrence["run"] | undefined {
  const unit = pointwise(activation);
  if (!unit) return undefined;
  return ({ size, sums, first: [output], mask, product }) => {
    if (!output) throw new Error("A recurrent state without an output.");
    const outputs = runSimple(sums, output, product, unit, mask, size);
    return {
      outputs,
      last: [outputs.slice(-size.examples * size.units)],
      back: (errors, productBack) => [simpleGradients(outputs, errors, productBack, unit, mask, size)],
    };
  };
}
