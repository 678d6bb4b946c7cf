import type { Batch, NumberArray } from "../engine.js";

/** Numbers in as much memory as their precision takes. What is scaled is never held in bytes. */
export type Numbers = Float64Array | Float32Array | Uint8Array;

/** A dense array of numbers, row-major, examples first: `[n, …]`. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Numbers;
}

/** Tensors by the name of the input or of the output layer. */
export type Tensors = Readonly<Record<string, Tensor>>;

/** All examples of a training or test set, in the shapes of a {@link Batch}. */
export interface Dataset {
  readonly count: number;
  readonly features: Tensors;
  readonly labels: Tensors;
  readonly featuresMask?: Tensors;
  readonly labelsMask?: Tensors;
}

/** How many numbers one example has. */
export function sizeOf({ shape }: Tensor): number {
  return shape.slice(1).reduce((product, size) => product * size, 1);
}

/** The same with `change` applied to every tensor. */
export function mapTensors<From, To>(
  tensors: Readonly<Record<string, From>>,
  change: (tensor: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, change(tensor, name)]));
}

/** The examples with these numbers, in this order. */
export function subset(dataset: Dataset, rows: readonly number[]): Dataset {
  const pick = (tensors: Tensors) => mapTensors(tensors, (tensor) => takeRows(tensor, rows));
  const { features, labels, featuresMask, labelsMask } = dataset;
  return {
    count: rows.length,
    features: pick(features),
    labels: pick(labels),
    ...(featuresMask && { featuresMask: pick(featuresMask) }),
    ...(labelsMask && { labelsMask: pick(labelsMask) }),
  };
}

/** The rows of a tensor with these numbers, in this order. */
export function takeRows(tensor: Tensor, rows: readonly number[]): Tensor {
  const size = sizeOf(tensor);
  const values = alike(tensor.values, rows.length * size);
  rows.forEach((row, index) => values.set(tensor.values.subarray(row * size, (row + 1) * size), index * size));
  return { shape: [rows.length, ...tensor.shape.slice(1)], values };
}

/** Room for numbers of the same kind. */
function alike(values: Numbers, length: number): Numbers {
  if (values instanceof Float64Array) return new Float64Array(length);
  return values instanceof Float32Array ? new Float32Array(length) : new Uint8Array(length);
}

/** The examples with these numbers as one minibatch. */
export function batchOf(dataset: Dataset, rows: readonly number[]): Batch {
  const { count, ...tensors } = subset(dataset, rows);
  const { features, labels, featuresMask, labelsMask } = tensors;
  return {
    size: count,
    features: mapTensors(features, singlePrecision),
    labels: mapTensors(labels, singlePrecision),
    ...(featuresMask && { featuresMask: mapTensors(featuresMask, singlePrecision) }),
    ...(labelsMask && { labelsMask: mapTensors(labelsMask, singlePrecision) }),
  };
}

const singlePrecision = ({ shape, values }: Tensor): NumberArray => ({ shape, values: Float32Array.from(values) });
