import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { activationOf } from "./activations.js";
import { asRows } from "./arrange.js";
import { arrayNamed, type Activations, type ArraySpec, type Arrays, type LayerKind } from "./layer-math.js";
import { gainOf, hasLayerNorm, normalizedByLayer } from "./layer-norm.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { constant, initialWeights } from "./weight-init.js";

/** `DenseLayer`: act(xW + b), for each step of a series alike. */
export const dense: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const isNormalized = hasLayerNorm(layer);
  return {
    arrays: [...weightsAndBias(layer, network), ...(isNormalized ? [gainOf(layer, sizeOut(layer))] : [])],
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      mapped(input, (x) =>
        activation.apply(affine(x, arrays, isNormalized ? (product) => normalizedByLayer(product, arrays) : undefined), pass),
      ),
  };
};

/** `W [nIn, nOut]`, and `b [nOut]` unless the layer has no bias. */
export function weightsAndBias(layer: Layer, network: Network): readonly ArraySpec[] {
  const [nIn, nOut] = [sizeIn(layer, network), sizeOut(layer)];
  const weights: ArraySpec = {
    name: "W",
    shape: [nIn, nOut],
    role: "weight",
    initial: initialWeights(layer, [nIn, nOut], { in: nIn, out: nOut }),
  };
  return valueOf(layer.hasBias) === false ? [weights] : [weights, biasOf(layer, nOut)];
}

/** `b [n]`, starting at `biasInit`. */
export function biasOf(layer: Layer, units: number): ArraySpec {
  return { name: "b", shape: [units], role: "bias", initial: constant([units], valueOf(layer.biasInit) ?? 0) };
}

/**
 * xW + b of the last dimension.
 * @param between what happens to the product before the bias is added
 */
export function affine(x: tf.Tensor, arrays: Arrays, between?: (product: tf.Tensor) => tf.Tensor): tf.Tensor {
  const weights = asRows(arrayNamed(arrays, "W"));
  const whole: tf.Tensor = tf.matMul(asRows(x), weights);
  const product = between ? between(whole) : whole;
  const sum = arrays.b ? tf.add(product, arrays.b) : product;
  return tf.reshape(sum, [...x.shape.slice(0, -1), weights.shape[1]]);
}

/** The same arrangement with other numbers. */
export function mapped(input: Activations, f: (x: tf.Tensor) => tf.Tensor): Activations {
  return { ...input, tensor: f(input.tensor) };
}
