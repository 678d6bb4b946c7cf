import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../../core/src/model/setting.js";
import { activationOf } from "../activations.js";
import { asRows } from "../arrange.js";
import { attend, headsOf, projections } from "../attention.js";
import { affine } from "../dense.js";
import { arrayNamed, type ArraySpec, type LayerKind } from "../layer-math.js";
import { sizeIn, sizeOut } from "../sizes.js";
import { stepsOf } from "./unrolled.js";
import { constant, initialWeights } from "../weight-init.js";

/**
 * `RecurrentAttentionLayer`: h = act(xW + b + a·RW), where a is what the step before, as a query, gets from all inputs of the series;
 * the first step has none.
 */
export const recurrentAttention: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const heads = headsOf(layer);
  const [nIn, units] = [sizeIn(layer, network), sizeOut(layer)];
  const array = (name: string, shape: readonly [number, number]): ArraySpec => ({
    ...{ name, shape, role: "weight" },
    initial: initialWeights(layer, shape, { in: shape[0], out: shape[1] }),
  });
  const bias: ArraySpec = { name: "b", shape: [units], role: "bias", initial: constant([units], 0) };
  return {
    arrays: [
      ...[array("W", [nIn, units]), array("RW", [units, units])],
      ...(valueOf(layer.hasBias) === false ? [] : [bias]),
      ...(heads ? projections(layer, heads, { query: units, key: nIn, value: nIn }) : []),
    ],
    activation: activation.name,
    forward: ([input], arrays, pass) => {
      const { tensor, mask } = input;
      const recurrent = asRows(arrayNamed(arrays, "RW"));
      const outputs: tf.Tensor[] = [];
      for (const fromInput of stepsOf(affine(tensor, arrays))) {
        const before = outputs.at(-1);
        const answer = before && attend({ queries: tf.expandDims(before, 0), keys: tensor, values: tensor, mask }, arrays, heads);
        outputs.push(activation.apply(answer ? tf.add(fromInput, tf.matMul(asRows(answer), recurrent)) : fromInput, pass));
      }
      return { ...input, tensor: tf.stack(outputs) };
    },
  };
};
