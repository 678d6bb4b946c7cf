import type { Input, Layer, Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { innermost } from "../../../core/src/resolve/layers-of.js";
import { DataError } from "./data-error.js";
import type { Tensor } from "./dataset.js";
import { isPerStep, type LabelKind, type OutputNeeds } from "./outputs.js";
import { Random } from "./random.js";
import type { RawData } from "./raw-data.js";
import { repeatOverTime } from "./sequences.js";

/** How many examples are invented, and how long their sequences are where the network leaves it open. */
const examples = 640;
const openSteps = 20;

/** Classes of the invented data where the network has no classifier. */
const usualClasses = 4;

/**
 * Invents examples in the network's shapes, for a config whose data cannot be read: normal clouds of deviation 1, one for each class,
 * whose labels fit the losses. They show whether the network can learn at all; how well it does on them means nothing.
 */
export function inventData({ inputs, layers }: Network, outputs: readonly OutputNeeds[], seed: number): RawData {
  const random = new Random(seed);
  const classifier = outputs.find(({ usual, units }) => usual === "oneHot" || (usual === "index" && units > 1));
  const classes = classifier?.units ?? usualClasses;
  const of = Array.from({ length: examples }, (_, example) => example % classes);
  const features = Object.fromEntries(inputs.map((input) => [input.name, inventFeatures(input, layers, of, classes, random)]));
  const steps = Math.max(1, ...Object.values(features).map(({ shape }) => (shape.length === 3 ? (shape[2] ?? 1) : 1)));
  const labels = outputs.map((output) => {
    const tensor = inventLabels(output, of, classes, random);
    return [output.name, isPerStep(output) ? repeatOverTime(tensor, steps) : shaped(tensor, output)] as const;
  });
  return {
    dataset: { count: examples, features, labels: Object.fromEntries(labels) },
    oneHot: {},
    kinds: Object.fromEntries(outputs.map((output): [string, LabelKind] => [output.name, output.usual])),
    isSequence: false,
  };
}

function inventFeatures({ name, type }: Input, layers: readonly Layer[], of: readonly number[], classes: number, random: Random): Tensor {
  if (!isKnown(type))
    throw new DataError(
      `The size of the input ${name} is not known.`,
      "Give data with --data file.csv, or write the input's size as a number.",
    );
  const shape = exampleShape(type.value);
  const size = shape.reduce((product, length) => product * length, 1);
  const indices = indicesOf(layers.find(({ from }) => from.includes(name)));
  const centres = Array.from({ length: classes }, () => Float64Array.from({ length: size }, () => random.normal()));
  const values = new Float64Array(of.length * size);
  of.forEach((label, example) => {
    const centre = centres[label];
    for (let at = 0; at < size; at++) {
      const middle = centre?.[at] ?? 0;
      values[example * size + at] = indices === undefined ? (middle + random.normal()) / Math.SQRT2 : indexNear(middle, indices, random);
    }
  });
  return { shape: [of.length, ...shape], values };
}

function exampleShape(shape: NonNullable<Input["type"]["value"]>): number[] {
  switch (shape.kind) {
    case "feedForward":
      return [shape.size];
    case "recurrent":
      return [shape.size, shape.steps ?? openSteps];
    case "convolutional":
      return [shape.channels, shape.height, shape.width];
    case "convolutional3D":
      return [shape.channels, shape.depth, shape.height, shape.width];
    case "convolutionalFlat":
      return [shape.channels * shape.height * shape.width];
  }
}

/** How many indices an embedding takes; `undefined` for a layer that takes numbers. */
function indicesOf(layer: Layer | undefined): number | undefined {
  if (!layer) return undefined;
  const inner = innermost(layer);
  return inner.kind.startsWith("Embedding") ? valueOf(inner.nIn) : undefined;
}

function indexNear(centre: number, indices: number, random: Random): number {
  const index = Math.round(((centre + 3) / 6) * indices + random.between(-1, 1));
  return Math.min(indices - 1, Math.max(0, index));
}

/** One row per example, `[n, units]`. */
function inventLabels({ usual, units, activation }: OutputNeeds, of: readonly number[], classes: number, random: Random): Tensor {
  if (usual === "index") return { shape: [of.length, 1], values: Float64Array.from(of, (label) => label % Math.max(2, classes)) };
  const codes = Array.from({ length: classes }, (_, label) => Float64Array.from({ length: units }, (_unit, unit) => codeOf(label, unit)));
  function codeOf(label: number, unit: number): number {
    if (usual === "oneHot") return label % units === unit ? 1 : 0;
    if (usual === "binary") return (label + unit) % 2;
    // Within the range of every output activation.
    return activation === "SOFTMAX" ? 1 / units : random.between(0.1, 0.9);
  }
  const values = new Float64Array(of.length * units);
  of.forEach((label, example) => values.set(codes[label] ?? [], example * units));
  return { shape: [of.length, units], values };
}

function shaped(tensor: Tensor, { shape }: OutputNeeds): Tensor {
  if (shape.kind !== "convolutional") return tensor;
  return { ...tensor, shape: [tensor.shape[0] ?? 0, shape.channels, shape.height, shape.width] };
}
