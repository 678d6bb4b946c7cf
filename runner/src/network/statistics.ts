import * as tf from "@tensorflow/tfjs-core";
import { activations as activationFacts } from "../../../core/src/facts/activations.js";
import type { LayerStatistics } from "../engine.js";
import type { Activations } from "../layers/layer-math.js";
import type { NetworkLayer } from "./network-layer.js";
import type { Readback } from "./readback.js";
import type { ArrayUpdate } from "./update.js";

/** Reads what was measured of a layer, once the numbers are fetched. */
export type ReadStatistics = (values: ArrayLike<number>) => LayerStatistics;

/**
 * Measures one layer in one step.
 * @param output the layer's activations in this training pass
 * @param updates its arrays with their gradients and updates, before the updates are made
 */
function measure(one: NetworkLayer, output: tf.Tensor, updates: readonly ArrayUpdate[], readback: Readback): ReadStatistics {
  const { mean, variance } = tf.moments(output);
  const activationMean = readback.add(mean);
  const activationStd = readback.add(tf.sqrt(variance));
  const updateRatio = ratioOf(updates, readback);
  const gradientNorm = normOf(updates, readback);
  const inactive = inactiveUnits(one, output, readback);
  const saturated = saturatedShare(one, output, readback);
  return (values) => ({
    layer: one.layer.id,
    updateRatioLog10: updateRatio(values),
    gradientNorm: gradientNorm(values),
    activationMean: activationMean(values),
    activationStd: activationStd(values),
    inactive: inactive(values),
    saturated: saturated(values),
  });
}

type Read<T> = (values: ArrayLike<number>) => T;

/** log10(mean |update| / mean |weight|) over all weights, not biases. */
function ratioOf(updates: readonly ArrayUpdate[], readback: Readback): Read<number | null> {
  const weights = updates.filter(({ parameter }) => parameter.spec.role === "weight");
  if (weights.length === 0) return () => null;
  const sumOf = (arrays: readonly tf.Tensor[]) => readback.add(tf.addN(arrays.map((array) => tf.sum(tf.abs(array)))));
  const ofUpdates = sumOf(weights.map(({ update }) => update));
  const ofWeights = sumOf(weights.map(({ parameter }) => parameter.tensor));
  return (values) => {
    const ratio = Math.log10(ofUpdates(values) / ofWeights(values));
    return Number.isFinite(ratio) ? ratio : null;
  };
}

function normOf(updates: readonly ArrayUpdate[], readback: Readback): Read<number | null> {
  const gradients = updates.filter(({ parameter }) => parameter.isTrained).map(({ gradient }) => gradient);
  if (gradients.length === 0) return () => null;
  return readback.add(tf.sqrt(tf.addN(gradients.map((gradient) => tf.sum(tf.square(gradient))))));
}

/** Share of a rectified layer's units (filters of an image) that are 0 in the whole minibatch. */
function inactiveUnits({ math }: NetworkLayer, output: tf.Tensor, readback: Readback): Read<number> {
  if (activationFacts[math.activation ?? ""]?.rectified !== true) return () => 0;
  const otherDimensions = output.shape.slice(0, -1).map((_, index) => index);
  const largest = tf.max(tf.abs(output), otherDimensions);
  return readback.add(tf.mean(tf.cast(tf.equal(largest, 0), "float32")));
}

/** Where an input of ±5 comes out of the two functions that the share of saturated activations is defined for. */
const saturation: Readonly<Record<string, { readonly low: number; readonly high: number }>> = {
  SIGMOID: { low: 1 / (1 + Math.exp(5)), high: 1 / (1 + Math.exp(-5)) },
  TANH: { low: Math.tanh(-5), high: Math.tanh(5) },
};

function saturatedShare({ math }: NetworkLayer, output: tf.Tensor, readback: Readback): Read<number> {
  const bounds = saturation[math.activation ?? ""];
  if (!bounds) return () => 0;
  const isBeyond = tf.logicalOr(tf.less(output, bounds.low), tf.greater(output, bounds.high));
  return readback.add(tf.mean(tf.cast(isBeyond, "float32")));
}

/** Measures all layers, not vertices. */
export function measureAll(
  layers: readonly NetworkLayer[],
  given: ReadonlyMap<string, Activations>,
  updates: readonly (readonly ArrayUpdate[])[],
  readback: Readback,
): readonly ReadStatistics[] {
  return layers.flatMap((one, index) => {
    const output = given.get(one.layer.name);
    if (!output || one.layer.isVertex) return [];
    const tensor = one.math.output ? one.math.output.activate(output.tensor) : output.tensor;
    return [measure(one, tensor, updates[index] ?? [], readback)];
  });
}
