import type { Input, Shape } from "../../../core/src/model/network.js";
import { isKnown } from "../../../core/src/model/setting.js";
import { DataError } from "./data-error.js";
import { sizeOf, type Tensor } from "./dataset.js";
import { isPerStep, type OutputNeeds } from "./outputs.js";

/**
 * Features in the shape that the input takes: `[n, f]`, `[n, f, time]`, `[n, c, h, w]`.
 * @throws DataError where the numbers per example differ
 */
export function fitFeatures(tensor: Tensor, { name, type }: Input, source: string): Tensor {
  if (!isKnown(type))
    throw new DataError(
      `The size of the input ${name} is not known.`,
      "Write the input's type, or the nIn of the first layer, as a number.",
    );
  const shape = exampleShape(type.value, tensor);
  if (shape.reduce((product, size) => product * size, 1) === sizeOf(tensor)) return { ...tensor, shape: [tensor.shape[0] ?? 0, ...shape] };
  throw new DataError(
    `${source} has ${describe(tensor.shape.slice(1))} per example, the network's input ${name} takes ${describe(shape)}.`,
    "Change the size of the input, or choose the columns with `features`.",
  );
}

function exampleShape(shape: Shape, { shape: given }: Tensor): number[] {
  switch (shape.kind) {
    case "feedForward":
      return [shape.size];
    case "convolutionalFlat":
      return [shape.channels * shape.height * shape.width];
    case "convolutional":
      return [shape.channels, shape.height, shape.width];
    case "convolutional3D":
      return [shape.channels, shape.depth, shape.height, shape.width];
    case "recurrent":
      return [shape.size, given[2] ?? shape.steps ?? 1];
  }
}

function describe(shape: readonly number[]): string {
  const [size = 0, steps] = shape;
  if (shape.length >= 3) return `${shape.join(" × ")} values`;
  return steps === undefined ? `${size} ${size === 1 ? "value" : "values"}` : `${size} values in ${steps} steps`;
}

/**
 * Labels, `[n, l]` or `[n, l, time]`, in the shape that the output layer takes.
 * @throws DataError where the number of columns is not that of the layer's units
 */
export function fitLabels(tensor: Tensor, output: OutputNeeds, isIndex: boolean): Tensor {
  const isSequence = tensor.shape.length === 3 && isPerStep(output);
  const width = isSequence ? (tensor.shape[1] ?? 0) : sizeOf(tensor);
  if (isIndex ? output.loss !== "SPARSE_MCXENT" : width !== output.units) {
    const given = isIndex ? "one class number" : `${width} ${width === 1 ? "label" : "labels"}`;
    throw new DataError(
      `The data has ${given} per example, output layer ${output.id} has ${output.units} ${output.units === 1 ? "unit" : "units"}.`,
      isIndex
        ? `Write labels: oneHot(${output.units}).`
        : "Set nOut of the output layer to the number of labels, or `labels` to what they are.",
    );
  }
  const { shape } = output;
  if (shape.kind === "convolutional") return { ...tensor, shape: [tensor.shape[0] ?? 0, shape.channels, shape.height, shape.width] };
  if (isPerStep(output) && !isSequence)
    throw new DataError(
      `Output layer ${output.id} wants a label at every step of a sequence, the data has one per example.`,
      "Put a lastTimeStep or pooling layer before it, or use csvSequence.",
    );
  return tensor;
}
