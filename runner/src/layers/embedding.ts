import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { activationOf } from "./activations.js";
import { biasOf } from "./dense.js";
import { arrayNamed, type Activations, type Arrays, type LayerKind } from "./layer-math.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";

/** `EmbeddingLayer` and `EmbeddingSequenceLayer`: row i of `W [nIn, nOut]` for the index i. */
export const embedding: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const shape = [sizeIn(layer, network), sizeOut(layer)] as const;
  const weights = { name: "W", shape, role: "weight", initial: initialWeights(layer, shape, { in: shape[0], out: shape[1] }) } as const;
  const isSequence = layer.kind === "EmbeddingSequenceLayer";
  return {
    arrays: valueOf(layer.hasBias) === false ? [weights] : [weights, biasOf(layer, shape[1])],
    activation: activation.name,
    forward: ([input], arrays, pass) => {
      const { kind, tensor, mask } = isSequence ? asSeries(input) : input;
      const rows = tf.reshape(rowsOf(tensor, arrays), [...tensor.shape.slice(0, -1), shape[1]]);
      return { kind, tensor: activation.apply(rows, pass), ...(mask ? { mask } : {}) };
    },
  };
};

/** Indices as series: a row `[n, time]` of them is one as well. */
function asSeries({ kind, tensor, ...rest }: Activations): Activations {
  return kind === "flat" ? { ...rest, kind: "series", tensor: tf.expandDims(tf.transpose(tensor), 2) } : { ...rest, kind, tensor };
}

function rowsOf(indices: tf.Tensor, arrays: Arrays): tf.Tensor {
  const rows = tf.gather(arrayNamed(arrays, "W"), tf.cast(tf.reshape(indices, [-1]), "int32"));
  return arrays.b ? tf.add(rows, arrays.b) : rows;
}
