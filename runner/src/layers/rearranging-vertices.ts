import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { nameOf } from "../../../core/src/model/value.js";
import { exampleShape } from "../../../core/src/resolve/vertex-shape.js";
import { volumeFormat } from "../../../core/src/resolve/volumes.js";
import { toInside, toOutside } from "../network/batch-tensors.js";
import { Refusal } from "../network/refusal.js";
import { arranged } from "./arrange.js";
import { mapped } from "./dense.js";
import type { Activations, LayerKind } from "./layer-math.js";
import { moreNumbers } from "./more-settings.js";

/** `ReshapeVertex`: another shape of each example, in Deeplearning4j's layout. */
export const reshape: LayerKind = (layer, network) => {
  const shape = exampleShape(moreNumbers(layer, "shape"));
  const hasChannelsLast = volumeFormat(network) === "NDHWC";
  return {
    arrays: [],
    forward: ([input]) => {
      const outside = toOutside(input, hasChannelsLast);
      return toInside(tf.reshape(outside, [-1, ...shape]), hasChannelsLast);
    },
  };
};

/** `PoolHelperVertex`: without the first row and the first column. */
export const poolHelper: LayerKind = () => ({
  arrays: [],
  forward: ([input]) =>
    mapped(input, (x) => {
      const [examples = 0, height = 0, width = 0, channels = 0] = x.shape;
      return tf.slice(x, [0, 1, 1, 0], [examples, height - 1, width - 1, channels]);
    }),
});

const wantedBy: Readonly<Record<string, Activations["kind"]>> = {
  CnnToFeedForwardPreProcessor: "flat",
  Cnn3DToFeedForwardPreProcessor: "flat",
  RnnToFeedForwardPreProcessor: "flat",
  FeedForwardToRnnPreProcessor: "series",
  CnnToRnnPreProcessor: "series",
  FeedForwardToCnnPreProcessor: "image",
  RnnToCnnPreProcessor: "image",
};

/** `PreprocessorVertex` */
export const preprocessor: LayerKind = (layer, network) => {
  const path = `layers.${layer.index}.preprocessor`;
  const name = nameOf(valueOf(layer.more.preprocessor));
  const wanted = name === undefined ? undefined : wantedBy[name];
  if (!wanted) throw new Refusal(path, `the preprocessor ${name ?? "that is set here"} cannot be computed here`);
  const shape = valueOf(layer.outputShape);
  const hasChannelsLast = volumeFormat(network) === "NDHWC";
  return { arrays: [], forward: ([input]) => arranged(input, wanted, shape, hasChannelsLast) };
};

/** `ReverseTimeSeriesVertex`: the last step first; with an input's mask, the steps that it keeps trade places among themselves. */
export const reverseTimeSeries: LayerKind = (layer) => {
  const name = valueOf(layer.more.input);
  return {
    arrays: [],
    forward: ([input], _, { activationsOf }) => {
      const mask = typeof name === "string" ? activationsOf(name).mask : undefined;
      return mapped(input, (x) => (mask ? tradingPlaces(x, mask) : tf.reverse(x, 0)));
    },
  };
};

/** The i-th kept step from the front goes where the i-th from the back was; others become 0. */
function tradingPlaces(series: tf.Tensor, mask: tf.Tensor): tf.Tensor {
  const [steps = 0, examples = 0] = series.shape;
  const kept = tf.transpose(tf.reshape<tf.Rank.R2>(mask, [steps, examples]));
  const fromFront = tf.cumsum(kept, 1);
  const fromBack = tf.sub(tf.add(tf.sum(kept, 1, true), 1), fromFront);
  const matches = tf.cast(tf.equal(tf.expandDims(fromBack, 2), tf.expandDims(fromFront, 1)), "float32");
  const moves = tf.mul(matches, tf.mul(tf.expandDims(kept, 2), tf.expandDims(kept, 1)));
  return tf.transpose(tf.matMul(moves, tf.transpose(series, [1, 0, 2])), [1, 0, 2]);
}
