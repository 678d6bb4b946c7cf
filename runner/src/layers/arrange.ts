import * as tf from "@tensorflow/tfjs-core";
import type { Shape } from "../../../core/src/model/network.js";
import type { Activations } from "./layer-math.js";

/**
 * Activations as a layer takes them: what Deeplearning4j's preprocessors do. Flattened images keep their order `[c, h, w]`; a layer
 * for vectors works on each step of a series, so series stay as they are.
 * @param shape what comes into the layer, for taking rows apart into images
 * @param hasChannelsLast whether the rows of volumes do
 */
export function arranged(
  given: Activations,
  wanted: Activations["kind"] | undefined,
  shape: Shape | undefined,
  hasChannelsLast: boolean,
): Activations {
  if (wanted === undefined || wanted === given.kind) return given;
  if (given.kind === "volume") {
    if (wanted !== "flat") throw new Error(`A layer for ${wanted} cannot take a volume.`);
    return { kind: "flat", tensor: flattenedVolumes(given.tensor, hasChannelsLast) };
  }
  if (wanted === "flat") return given.kind === "image" ? { kind: "flat", tensor: flattened(given.tensor) } : given;
  if (wanted === "series")
    return { kind: "series", tensor: tf.expandDims(given.kind === "image" ? flattened(given.tensor) : given.tensor, 0) };
  if (shape?.kind !== "convolutional" || given.kind !== "flat") throw new Error(`A layer for images cannot take a ${given.kind}.`);
  const { channels, height, width } = shape;
  const rows = tf.reshape(given.tensor, [-1, channels, height, width]);
  return { kind: "image", tensor: tf.transpose(rows, [0, 2, 3, 1]) };
}

function flattened(image: tf.Tensor): tf.Tensor {
  const [examples = 0] = image.shape;
  return tf.reshape(tf.transpose(image, [0, 3, 1, 2]), [examples, -1]);
}

/** `[c, d, h, w]` in a row, or `[d, h, w, c]`. */
function flattenedVolumes(volumes: tf.Tensor, hasChannelsLast: boolean): tf.Tensor {
  const [examples = 0] = volumes.shape;
  const channels = volumes.shape[4] ?? 1;
  if (hasChannelsLast) return tf.reshape(volumes, [examples, -1]);
  return tf.reshape(tf.transpose(tf.reshape(volumes, [examples, -1, channels]), [0, 2, 1]), [examples, -1]);
}

/** A tensor of two dimensions, whatever its type says. */
export function asMatrix(x: tf.Tensor): tf.Tensor2D {
  const [rows = 0, columns = 0] = x.shape;
  return tf.reshape(x, [rows, columns]);
}

/** Rows of features: of a series one for each step and example. */
export function asRows(x: tf.Tensor): tf.Tensor2D {
  const features = x.shape[x.shape.length - 1] ?? 1;
  return tf.reshape(x, [x.size / features, features]);
}
