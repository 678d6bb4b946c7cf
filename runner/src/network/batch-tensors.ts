import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../../../core/src/model/network.js";
import type { Batch, NumberArray } from "../engine.js";
import type { Activations } from "../layers/layer-math.js";
import { BatchError } from "./batch-error.js";
import { checkIndices } from "./index-check.js";

/** A minibatch in the inside layout. */
export interface BatchTensors {
  readonly size: number;
  readonly inputs: ReadonlyMap<string, Activations>;
  readonly labels: ReadonlyMap<string, Labels>;
}

/** What an output is compared with. */
export interface Labels {
  readonly values: tf.Tensor;
  readonly mask?: tf.Tensor;
}

/** Puts a minibatch on the device. Called inside `tidy`. @throws BatchError where it does not fit the network */
export function toTensors(batch: Batch, network: Network): BatchTensors {
  checkIndices(batch, network);
  const inputs = network.inputs.map(({ name }) => {
    const features = batch.features[name];
    if (!features) throw new BatchError(`There are no features for the input ${name}.`);
    return [name, arrange(features, batch.featuresMask?.[name])] as const;
  });
  const labels = network.outputs.map((name) => {
    const values = batch.labels[name];
    if (!values) throw new BatchError(`There are no labels for the output ${name}.`);
    const { tensor } = arrange(values);
    const mask = batch.labelsMask?.[name];
    return [name, { values: tensor, ...(mask ? { mask: labelsMask(mask, values) } : {}) }] as const;
  });
  return { size: batch.size, inputs: new Map(inputs), labels: new Map(labels) };
}

function arrange({ shape, values }: NumberArray, mask?: NumberArray): Activations {
  const inside = toInside(tf.tensor(values, [...shape], "float32"));
  return inside.kind === "series" && mask ? { ...inside, mask: seriesMask(mask) } : inside;
}

/** `[n, f]`, `[n, f, time]` and `[n, c, h, w]` with time first and channels last. */
export function toInside(outside: tf.Tensor): Activations {
  switch (outside.shape.length) {
    case 2:
      return { kind: "flat", tensor: outside };
    case 3:
      return { kind: "series", tensor: tf.transpose(outside, [2, 0, 1]) };
    case 4:
      return { kind: "image", tensor: tf.transpose(outside, [0, 2, 3, 1]) };
    default:
      throw new BatchError(`An array with ${outside.shape.length} dimensions is neither vectors, series nor images.`);
  }
}

/** `[n, time]` as `[time, n, 1]`. */
function seriesMask({ shape, values }: NumberArray): tf.Tensor {
  return tf.expandDims(tf.transpose(tf.tensor(values, [...shape], "float32")), 2);
}

/** One value for each step of a series; for vectors one for each example or each output; for images one for each place. */
function labelsMask(mask: NumberArray, labels: NumberArray): tf.Tensor {
  return labels.shape.length === 3 ? seriesMask(mask) : toInside(tf.tensor(mask.values, [...mask.shape], "float32")).tensor;
}

/** Inside activations in Deeplearning4j's layout. */
export function toOutside({ kind, tensor }: Activations): tf.Tensor {
  switch (kind) {
    case "flat":
      return tensor;
    case "series":
      return tf.transpose(tensor, [1, 2, 0]);
    case "image":
      return tf.transpose(tensor, [0, 3, 1, 2]);
  }
}
