import * as tf from "@tensorflow/tfjs-core";
import type { Network, Shape } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Batch, NumberArray } from "../engine.js";
import type { Activations } from "../layers/layer-math.js";
import { volumeFormat } from "../../../core/src/resolve/volumes.js";
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
  const isLast = volumeFormat(network) === "NDHWC";
  const inputs = network.inputs.map(({ name, type }) => {
    const features = batch.features[name];
    if (!features) throw new BatchError(`There are no features for the input ${name}.`);
    return [name, arrange(features, comesLast(features.shape, valueOf(type), isLast), batch.featuresMask?.[name])] as const;
  });
  const labels = network.outputs.map((name) => {
    const values = batch.labels[name];
    if (!values) throw new BatchError(`There are no labels for the output ${name}.`);
    const { tensor } = arrange(values, isLast);
    const mask = batch.labelsMask?.[name];
    return [name, { values: tensor, ...(mask ? { mask: labelsMask(mask, values, isLast) } : {}) }] as const;
  });
  return { size: batch.size, inputs: new Map(inputs), labels: new Map(labels) };
}

/** Volumes may come either way: their sizes tell, and where both fit, what the text says. */
function comesLast([, ...given]: readonly number[], shape: Shape | undefined, usual: boolean): boolean {
  if (shape?.kind !== "convolutional3D") return usual;
  const { channels, depth, height, width } = shape;
  const fits = (...sizes: number[]) => sizes.join() === given.join();
  const [first, last] = [fits(channels, depth, height, width), fits(depth, height, width, channels)];
  return first === last ? usual : last;
}

function arrange({ shape, values }: NumberArray, channelsLast: boolean, mask?: NumberArray): Activations {
  const inside = toInside(tf.tensor(values, [...shape], "float32"), channelsLast);
  return inside.kind === "series" && mask ? { ...inside, mask: seriesMask(mask) } : inside;
}

/**
 * `[n, f]`, `[n, f, time]`, `[n, c, h, w]` and `[n, c, d, h, w]` with time first and channels last.
 * @param channelsLast whether volumes come as `[n, d, h, w, c]`
 */
export function toInside(outside: tf.Tensor, channelsLast = false): Activations {
  switch (outside.shape.length) {
    case 2:
      return { kind: "flat", tensor: outside };
    case 3:
      return { kind: "series", tensor: tf.transpose(outside, [2, 0, 1]) };
    case 4:
      return { kind: "image", tensor: tf.transpose(outside, [0, 2, 3, 1]) };
    case 5:
      return channelsLast ? { kind: "volume", tensor: outside } : { kind: "volume", tensor: withChannels(outside, "last") };
    default:
      throw new BatchError(`An array with ${outside.shape.length} dimensions is neither vectors, series, images nor volumes.`);
  }
}

/** `[n, time]` as `[time, n, 1]`. */
function seriesMask({ shape, values }: NumberArray): tf.Tensor {
  return tf.expandDims(tf.transpose(tf.tensor(values, [...shape], "float32")), 2);
}

/** One value for each step of a series; for vectors one for each example or each output; for images one for each place. */
function labelsMask(mask: NumberArray, labels: NumberArray, channelsLast: boolean): tf.Tensor {
  return labels.shape.length === 3 ? seriesMask(mask) : toInside(tf.tensor(mask.values, [...mask.shape], "float32"), channelsLast).tensor;
}

/** Inside activations in Deeplearning4j's layout. @param channelsLast whether volumes go as `[n, d, h, w, c]` */
export function toOutside({ kind, tensor }: Activations, channelsLast = false): tf.Tensor {
  switch (kind) {
    case "flat":
      return tensor;
    case "series":
      return tf.transpose(tensor, [1, 2, 0]);
    case "image":
      return tf.transpose(tensor, [0, 3, 1, 2]);
    case "volume":
      return channelsLast ? tensor : withChannels(tensor, "first");
  }
}

/** Volumes with their channels moved: `[n, c, d, h, w]` or `[n, d, h, w, c]`, by transposing matrices. */
function withChannels(volumes: tf.Tensor, where: "first" | "last"): tf.Tensor {
  const [examples = 0, ...sizes] = volumes.shape;
  const places = where === "last" ? sizes.slice(1) : sizes.slice(0, -1);
  const channels = (where === "last" ? sizes[0] : sizes[3]) ?? 1;
  const rows = tf.reshape(volumes, where === "last" ? [examples, channels, -1] : [examples, -1, channels]);
  return tf.reshape(tf.transpose(rows, [0, 2, 1]), where === "last" ? [examples, ...places, channels] : [examples, channels, ...places]);
}
