import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { mapped } from "./dense.js";
import { lastKept } from "./last-step.js";
import type { Activations, LayerKind } from "./layer-math.js";
import { moreName, moreNumber } from "./more-settings.js";

/** `MergeVertex`: one behind the other, along features or channels. */
export const merge: LayerKind = () => ({
  arrays: [],
  forward: (inputs) => ({
    ...inputs[0],
    tensor: tf.concat(
      inputs.map(({ tensor }) => tensor),
      -1,
    ),
  }),
});

/** `ElementWiseVertex` */
export const elementWise: LayerKind = (layer) => {
  const op = valueOf(layer.more.op);
  const combine = typeof op === "string" ? combinations[op] : undefined;
  if (!combine) throw new Refusal(`layers.${layer.index}.op`, "this combination cannot be computed here");
  return { arrays: [], forward: (inputs) => ({ ...inputs[0], tensor: combine(inputs.map(({ tensor }) => tensor)) }) };
};

const combinations: Readonly<Record<string, (arrays: readonly tf.Tensor[]) => tf.Tensor>> = {
  Add: (arrays) => arrays.reduce((sum, array) => tf.add(sum, array)),
  Subtract: (arrays) => arrays.reduce((rest, array) => tf.sub(rest, array)),
  Product: (arrays) => arrays.reduce((product, array) => tf.mul(product, array)),
  Average: (arrays) =>
    tf.div(
      arrays.reduce((sum, array) => tf.add(sum, array)),
      arrays.length,
    ),
  Max: (arrays) => arrays.reduce((largest, array) => tf.maximum(largest, array)),
};

/** `SubsetVertex`: features or channels from … to, both included. */
export const subset: LayerKind = (layer) => {
  const [from, to] = [moreNumber(layer, "first"), moreNumber(layer, "last")];
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (x) => {
        const others = x.shape.slice(0, -1);
        return tf.slice(x, [...others.map(() => 0), from], [...others, to - from + 1]);
      }),
  };
};

/** `ScaleVertex` */
export const scale: LayerKind = (layer) => {
  const factor = moreNumber(layer, "factor");
  return { arrays: [], forward: ([input]) => mapped(input, (x) => tf.mul(x, factor)) };
};

/** `ShiftVertex` */
export const shift: LayerKind = (layer) => {
  const by = moreNumber(layer, "shift");
  return { arrays: [], forward: ([input]) => mapped(input, (x) => tf.add(x, by)) };
};

/** `L2NormalizeVertex`: each example divided by its length. */
export const l2Normalize: LayerKind = () => ({
  arrays: [],
  forward: ([input]) =>
    mapped(input, (x) => {
      const axes = x.shape.map((_, index) => index).filter((index) => index !== exampleAxis(input));
      return tf.div(x, tf.maximum(tf.sqrt(tf.sum(tf.square(x), axes, true)), 1e-8));
    }),
});

/** `L2Vertex`: the distance of each example in one input from that in the other, `[n, 1]`. */
export const l2Distance: LayerKind = () => ({
  arrays: [],
  forward: ([first, second]) => {
    if (!second) throw new Error("A distance has two ends.");
    const axes = first.tensor.shape.map((_, index) => index).filter((index) => index !== exampleAxis(first));
    const square = tf.sum(tf.squaredDifference(first.tensor, second.tensor), axes);
    return { kind: "flat", tensor: tf.reshape(tf.sqrt(tf.maximum(square, 1e-16)), [-1, 1]) };
  },
});

const exampleAxis = ({ kind }: Activations) => (kind === "series" ? 1 : 0);

/** `StackVertex`: the examples of one input after those of the other. */
export const stack: LayerKind = () => ({
  arrays: [],
  forward: (inputs) => ({
    kind: inputs[0].kind,
    tensor: tf.concat(
      inputs.map(({ tensor }) => tensor),
      exampleAxis(inputs[0]),
    ),
  }),
});

/** `UnstackVertex`: one of `of` equal parts of the examples. */
export const unstack: LayerKind = (layer) => {
  const [index, of] = [moreNumber(layer, "part"), moreNumber(layer, "of")];
  return {
    arrays: [],
    forward: ([input]) => {
      // tfjs cannot take the gradient of a split into one.
      const part = of === 1 ? input.tensor : tf.split(input.tensor, of, exampleAxis(input))[index];
      if (!part) throw new Error("There is no such part to unstack.");
      return { kind: input.kind, tensor: part };
    },
  };
};

/** `LastTimeStepVertex`: the last step that the mask of an input keeps. */
export const lastStep: LayerKind = (layer) => {
  const name = moreName(layer, "input");
  return {
    arrays: [],
    forward: ([{ kind, tensor }], _, { activationsOf }) => {
      const { mask } = activationsOf(name);
      return lastKept({ kind, tensor, ...(mask ? { mask } : {}) });
    },
  };
};

/** `DuplicateToTimeSeriesVertex`: the same values at every step of an input. */
export const duplicate: LayerKind = (layer) => {
  const name = moreName(layer, "input");
  return {
    arrays: [],
    forward: ([{ tensor }], _, { activationsOf }) => {
      const { tensor: series, mask } = activationsOf(name);
      const [steps = 0] = series.shape;
      return { kind: "series", tensor: tf.mul(tf.expandDims(tensor, 0), tf.ones([steps, 1, 1])), ...(mask ? { mask } : {}) };
    },
  };
};
