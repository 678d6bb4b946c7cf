import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { arrayNamed, type Activations, type Arrays, type ArraySpec, type LayerKind } from "./layer-math.js";
import { moreNumber } from "./more-settings.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";

/** Who asks whom: series `[time, n, f]`. */
export interface Attended {
  readonly queries: tf.Tensor;
  readonly keys: tf.Tensor;
  readonly values: tf.Tensor;
  /** Which keys count: `[time, n, 1]`. */
  readonly mask: tf.Tensor | undefined;
}

/** The number of heads and their size; `undefined` where nothing is projected. */
export interface Heads {
  readonly count: number;
  readonly size: number;
}

/** `SelfAttentionLayer`: every step asks all steps. */
export const selfAttention: LayerKind = (layer, network) => {
  const heads = headsOf(layer);
  const nIn = sizeIn(layer, network);
  return {
    arrays: heads ? projections(layer, heads, { query: nIn, key: nIn, value: nIn }) : [],
    forward: ([input], arrays) => {
      const { tensor, mask } = input;
      return { ...input, tensor: attend({ queries: tensor, keys: tensor, values: tensor, mask }, arrays, heads) };
    },
  };
};

/** `LearnedSelfAttentionLayer`: a fixed number of learned queries, `Q [1, nIn, queries]`, ask all steps. */
export const learnedSelfAttention: LayerKind = (layer, network) => {
  const heads = headsOf(layer);
  const [nIn, count] = [sizeIn(layer, network), moreNumber(layer, "nQueries")];
  const shape = [1, nIn, count];
  const queries: ArraySpec = {
    ...{ name: "Q", shape, role: "weight", order: [2, 0, 1] },
    initial: initialWeights(layer, shape, { in: nIn, out: count }),
  };
  return {
    arrays: [queries, ...(heads ? projections(layer, heads, { query: nIn, key: nIn, value: nIn }) : [])],
    forward: ([{ tensor, mask }], arrays): Activations => {
      const [, examples = 0] = tensor.shape;
      const asked = tf.mul(arrayNamed(arrays, "Q"), tf.ones([1, examples, 1]));
      return { kind: "series", tensor: attend({ queries: asked, keys: tensor, values: tensor, mask }, arrays, heads) };
    },
  };
};

/** `AttentionVertex`: queries, keys and values are its three inputs; steps that the queries' mask drops give 0. */
export const attentionVertex: LayerKind = (layer) => {
  const heads = headsOf(layer);
  const sizes = { query: moreNumber(layer, "nInQueries"), key: moreNumber(layer, "nInKeys"), value: moreNumber(layer, "nInValues") };
  return {
    // Unlike the layers', its fans are those of the arrays.
    arrays: heads ? projections(layer, heads, sizes).map((array) => withOwnFans(layer, array, heads)) : [],
    forward: ([queries, keys, values], arrays): Activations => {
      if (!keys || !values) throw new Error("Attention has queries, keys and values.");
      const mask = keys.mask && values.mask ? tf.minimum(keys.mask, values.mask) : (keys.mask ?? values.mask);
      const given = attend({ queries: queries.tensor, keys: keys.tensor, values: values.tensor, mask }, arrays, heads);
      return { ...queries, tensor: queries.mask ? tf.mul(given, queries.mask) : given };
    },
  };
};

/** @throws Refusal where heads are asked for without projection, or do not share out the units */
export function headsOf(layer: Layer): Heads | undefined {
  const path = `layers.${layer.index}`;
  const count = moreNumber(layer, "nHeads", 1);
  if (valueOf(layer.more.projectInput) !== true) {
    if (count !== 1) throw new Refusal(`${path}.nHeads`, "several heads need projectInput(true)");
    return undefined;
  }
  const size = moreNumber(layer, "headSize", 0) || sizeOut(layer) / count;
  if (!Number.isInteger(size)) throw new Refusal(`${path}.nHeads`, `${sizeOut(layer)} units cannot be shared out among ${count} heads`);
  return { count, size };
}

/** `Wq`, `Wk`, `Wv [heads, size, nIn]` and `Wo [heads · size, nOut]`, with the fans that the layers' own code counts. */
export function projections(
  layer: Layer,
  { count, size }: Heads,
  sizes: { readonly query: number; readonly key: number; readonly value: number },
): readonly ArraySpec[] {
  const nOut = sizeOut(layer);
  const inner = { in: count * size, out: nOut };
  const array = (name: string, shape: readonly number[], fans: typeof inner): ArraySpec => ({
    ...{ name, shape, role: "weight" },
    initial: initialWeights(layer, shape, fans),
  });
  return [
    array("Wq", [count, size, sizes.query], inner),
    array("Wk", [count, size, sizes.key], inner),
    array("Wv", [count, size, sizes.value], inner),
    array("Wo", [count * size, nOut], { in: sizes.key, out: size }),
  ];
}

function withOwnFans(layer: Layer, array: ArraySpec, { size }: Heads): ArraySpec {
  const [first = 0, second = 0, third] = array.shape;
  const fans = third === undefined ? { in: first, out: second } : { in: third, out: size };
  return { ...array, initial: initialWeights(layer, array.shape, fans) };
}

/** Scaled dot-product attention (Vaswani et al. 2017), through heads where there are any: `[queries, n, f]`. */
export function attend({ queries, keys, values, mask }: Attended, arrays: Arrays, heads: Heads | undefined): tf.Tensor {
  if (!heads) return tf.transpose(answered(byExample(queries), byExample(keys), byExample(values), mask && maskOf(mask, 1)), [1, 0, 2]);
  const { count, size } = heads;
  const projected = (x: tf.Tensor, name: string) => intoHeads(x, arrayNamed(arrays, name), heads);
  const each = answered(projected(queries, "Wq"), projected(keys, "Wk"), projected(values, "Wv"), mask && maskOf(mask, count));
  const [steps = 0, examples = 0] = queries.shape;
  // [n · heads, steps, size] → [steps, n, heads · size]
  const joined = tf.transpose(tf.reshape(each, [examples, count, steps, size]), [2, 0, 1, 3]);
  const output = arrayNamed(arrays, "Wo");
  const [inner = 0, nOut = 0] = output.shape;
  const product = tf.matMul(tf.reshape<tf.Rank.R2>(joined, [steps * examples, inner]), tf.reshape<tf.Rank.R2>(output, [inner, nOut]));
  return tf.reshape(product, [steps, examples, nOut]);
}

const byExample = (series: tf.Tensor): tf.Tensor => tf.transpose(series, [1, 0, 2]);

/** `[time, n, f]` times `[heads, size, f]`: `[n · heads, time, size]`. */
function intoHeads(series: tf.Tensor, weights: tf.Tensor, { count, size }: Heads): tf.Tensor {
  const [steps = 0, examples = 0, features = 0] = series.shape;
  const flat = tf.transpose(tf.reshape<tf.Rank.R2>(weights, [count * size, features]));
  const product = tf.matMul(tf.reshape<tf.Rank.R2>(series, [steps * examples, features]), flat);
  return tf.reshape(tf.transpose(tf.reshape(product, [steps, examples, count, size]), [1, 2, 0, 3]), [examples * count, steps, size]);
}

/** `[time, n, 1]` as `[n · heads, 1, time]`. */
function maskOf(mask: tf.Tensor, heads: number): tf.Tensor {
  const [steps = 0, examples = 0] = mask.shape;
  const rows = tf.reshape(tf.transpose(mask, [1, 2, 0]), [examples, 1, 1, steps]);
  return tf.reshape(tf.mul(rows, tf.ones([1, heads, 1, 1])), [examples * heads, 1, steps]);
}

/** softmax(QKᵀ/√f)·V for each example; keys that do not count weigh nothing. */
function answered(queries: tf.Tensor, keys: tf.Tensor, values: tf.Tensor, mask: tf.Tensor | undefined): tf.Tensor {
  const features = keys.shape[2] ?? 1;
  const likeness = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(features));
  const weights = tf.softmax(mask ? tf.sub(likeness, tf.mul(1e9, tf.sub(1, mask))) : likeness);
  return tf.matMul(weights, values);
}
