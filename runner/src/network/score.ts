import * as tf from "@tensorflow/tfjs-core";
import { asRows } from "../layers/arrange.js";
import type { Activations } from "../layers/layer-math.js";
import { BatchError } from "./batch-error.js";
import type { BatchTensors, Labels } from "./batch-tensors.js";
import type { NetworkLayer } from "./network-layer.js";
import { penaltyScore } from "./penalties.js";

/** The sum of the losses of all outputs over the examples (and over time). */
export function totalLoss(layers: readonly NetworkLayer[], given: ReadonlyMap<string, Activations>, { labels }: BatchTensors): tf.Tensor {
  const losses = layers.flatMap(({ layer, math }) => {
    const wanted = labels.get(layer.name);
    const preactivation = given.get(layer.name);
    if (!math.output || !wanted || !preactivation) return [];
    fits(layer.name, preactivation, wanted, math.output.loss.labelWidth);
    // Steps that the features mask drops do not count either, unless the labels have a mask of their own.
    const mask = wanted.mask ?? preactivation.mask;
    return [math.output.loss.sum(asRows(preactivation.tensor), asRows(wanted.values), mask && asRows(mask), preactivation.besides)];
  });
  return tf.addN(losses);
}

function fits(name: string, { tensor }: Activations, { values }: Labels, labelWidth: (outputs: number) => number): void {
  const outputs = tensor.shape[tensor.shape.length - 1] ?? 1;
  const expected = [...tensor.shape.slice(0, -1), labelWidth(outputs)];
  if (expected.length === values.shape.length && expected.every((size, index) => size === values.shape[index])) return;
  throw new BatchError(
    `The output ${name} gives ${inWords(tensor.shape)}, but its labels are ${inWords(values.shape)}.`,
    "Give it labels of that shape, or change the layers that change it: units, pooling, padding, cropping, upsampling.",
  );
}

/** A shape of the inside layout for the user. */
function inWords(shape: readonly number[]): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = shape;
  switch (shape.length) {
    case 2:
      return `${counted(second, "value")} for each of ${counted(first, "example")}`;
    case 3:
      return `${counted(third, "value")} for each of ${counted(first, "step")} of ${counted(second, "example")}`;
    case 4:
      return `${counted(fourth, "channel")} of ${second} × ${third} for each of ${counted(first, "example")}`;
    case 5:
      return `${counted(fifth, "channel")} of ${second} × ${third} × ${fourth} for each of ${counted(first, "example")}`;
    default:
      return `of the shape ${shape.join(" × ")}`;
  }
}

/** What regularization adds to the score; 0 where there is none. */
export function totalPenalty(layers: readonly NetworkLayer[]): tf.Tensor {
  const counting = layers.flatMap(({ parameters }) => parameters.filter(({ spec }) => spec.isPretrainOnly !== true));
  const parts = counting.flatMap(({ penalty, tensor }) => penaltyScore(penalty, tensor) ?? []);
  return parts.length === 0 ? tf.scalar(0) : tf.addN(parts);
}
