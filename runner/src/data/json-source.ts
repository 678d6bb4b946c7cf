import { z } from "zod";
import type { Input, Network, Shape } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { DataError } from "./data-error.js";
import { mapTensors, type Dataset, type Tensor, type Tensors } from "./dataset.js";
import type { LabelKind, OutputNeeds } from "./outputs.js";

const tensorSchema = z.object({ shape: z.array(z.int().nonnegative()).min(1), values: z.array(z.number()) });
const tensorsSchema = z.union([tensorSchema, z.record(z.string(), tensorSchema)]);
const fileSchema = z.object({
  features: tensorsSchema,
  labels: tensorsSchema,
  featuresMask: tensorsSchema.optional(),
  labelsMask: tensorsSchema.optional(),
});

/** Tensors of a data file, taken as they are, with what the labels are as far as the output layers tell. */
export interface TensorData {
  readonly dataset: Dataset;
  readonly kinds: Readonly<Record<string, LabelKind>>;
}

/**
 * Reads a data file of tensors.
 * @throws DataError when it is not one, or its shapes are not those of the network
 */
export function parseTensorFile(text: string, path: string, network: Network, outputs: readonly OutputNeeds[]): TensorData {
  const { features, labels, featuresMask, labelsMask } = parse(text, path);
  const inputNames = network.inputs.map(({ name }) => name);
  const outputNames = outputs.map(({ name }) => name);
  const named = (given: z.infer<typeof tensorsSchema>, key: string, names: readonly string[]) => byName(given, `${path}: ${key}`, names);
  const dataset = {
    features: named(features, "features", inputNames),
    labels: named(labels, "labels", outputNames),
    ...(featuresMask && { featuresMask: named(featuresMask, "featuresMask", inputNames) }),
    ...(labelsMask && { labelsMask: named(labelsMask, "labelsMask", outputNames) }),
  };
  const count = countOf(dataset, path);
  network.inputs.forEach((input) => checkInput(dataset.features[input.name], input, path));
  return { dataset: { count, ...dataset }, kinds: Object.fromEntries(outputs.map((output) => [output.name, output.usual])) };
}

function parse(text: string, path: string): z.infer<typeof fileSchema> {
  const wanted = 'A data file is {"features":{"shape":[8,4],"values":[…]},"labels":{…}}.';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DataError(`${path} is not JSON.`, wanted);
  }
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DataError(`${path}: ${issue?.path.join(".") ?? "the file"}: ${issue?.message ?? "cannot be read"}.`, wanted);
}

function byName(given: z.infer<typeof tensorsSchema>, what: string, names: readonly string[]): Tensors {
  const isSingle = tensorSchema.safeParse(given).success;
  const [only] = names;
  if (isSingle && (only === undefined || names.length > 1))
    throw new DataError(`${what} is one tensor, the network has ${names.length}.`, `Give one for each: ${names.join(", ")}.`);
  const tensors: Record<string, unknown> = isSingle ? { [only ?? ""]: given } : { ...given };
  const unknown = Object.keys(tensors).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new DataError(`${what}: the network has no "${unknown}".`, `It has ${names.join(", ")}.`);
  return mapTensors(tensors, (tensor, name) => toTensor(tensorSchema.parse(tensor), `${what}${isSingle ? "" : `.${name}`}`));
}

function toTensor({ shape, values }: z.infer<typeof tensorSchema>, what: string): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size !== values.length)
    throw new DataError(
      `${what}: the shape [${shape.join(", ")}] has ${size} values, the file gives ${values.length}.`,
      "Write the values row by row, all of them.",
    );
  return { shape, values: Float64Array.from(values) };
}

function countOf(tensors: Omit<Dataset, "count">, path: string): number {
  const all = Object.values(tensors).flatMap((group: Tensors | undefined) => Object.values(group ?? {}));
  const count = all[0]?.shape[0] ?? 0;
  const other = all.find(({ shape }) => shape[0] !== count);
  if (other)
    throw new DataError(
      `${path}: one tensor has ${count} examples, another ${other.shape[0] ?? 0}.`,
      "Give all tensors the same first dimension.",
    );
  if (count === 0) throw new DataError(`${path} has no examples.`, "Give it at least one.");
  return count;
}

function checkInput(tensor: Tensor | undefined, { name, type }: Input, path: string): void {
  if (!tensor) throw new DataError(`${path} has no features for the input ${name}.`, "Give every input its features.");
  const wanted = valueOf(type);
  const given = tensor.shape.slice(1);
  if (!wanted || dimensionsOf(wanted).some((fits) => matches(given, fits))) return;
  throw new DataError(
    `${path}: the features are [${tensor.shape.join(", ")}], the network's input ${name} takes [n, ${(dimensionsOf(wanted)[0] ?? []).map((size) => size ?? "time").join(", ")}].`,
    "Change the input's type or the file.",
  );
}

function dimensionsOf(shape: Shape): (number | null)[][] {
  switch (shape.kind) {
    case "feedForward":
      return [[shape.size], [shape.size, null]];
    case "recurrent":
      return [[shape.size, null]];
    case "convolutional":
      return [[shape.channels, shape.height, shape.width]];
    case "convolutional3D":
      return [
        [shape.channels, shape.depth, shape.height, shape.width],
        [shape.depth, shape.height, shape.width, shape.channels],
      ];
    case "convolutionalFlat":
      return [[shape.channels * shape.height * shape.width], [shape.channels, shape.height, shape.width]];
  }
}

const matches = (given: readonly number[], wanted: readonly (number | null)[]) =>
  given.length === wanted.length && wanted.every((size, index) => size === null || size === given[index]);
