import type { Layer, Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { innermost } from "../../../core/src/resolve/layers-of.js";
import type { Batch, NumberArray } from "../engine.js";
import { BatchError } from "./batch-error.js";

/**
 * Sees that what stands for something by its number does: the input of an embedding, the labels of SPARSE_MCXENT. On the device an index
 * that is none ends in an error that names nothing, or in no error at all.
 * @throws BatchError naming input or output, row, value, and what is wanted
 */
export function checkIndices({ features, labels }: Batch, { layers }: Network): void {
  for (const layer of layers) {
    const inner = innermost(layer);
    if (inner.kind === "EmbeddingLayer" || inner.kind === "EmbeddingSequenceLayer") checkEmbedding(layer, inner, features);
    if (valueOf(inner.loss) === "SPARSE_MCXENT") checkClasses(layer, inner, labels);
  }
}

function checkEmbedding({ name, id, from }: Layer, inner: Layer, features: Batch["features"]): void {
  const count = valueOf(inner.nIn);
  const [source = ""] = from;
  const given = features[source];
  if (!given || count === undefined) return;
  const wrong = firstWrong(given, count);
  if (!wrong) return;
  throw new BatchError(
    `The input ${source} of the embedding ${named(name, id)} has ${wrong.value} in row ${wrong.row} of the minibatch: it takes whole numbers from 0 to ${count - 1}.`,
    wrong.value >= count
      ? `Set nIn to the number of different indices, at least ${Math.floor(wrong.value) + 1}, or number the data from 0.`
      : "Leave the column of indices unscaled (no normalization), and number it from 0.",
  );
}

function checkClasses({ name }: Layer, inner: Layer, labels: Batch["labels"]): void {
  const count = valueOf(inner.nOut);
  const given = labels[name];
  const wrong = given && count !== undefined ? firstWrong(given, count) : undefined;
  if (!wrong) return;
  throw new BatchError(
    `A label of the output ${name} is ${wrong.value} in row ${wrong.row} of the minibatch: SPARSE_MCXENT takes whole numbers from 0 to ${(count ?? 1) - 1}.`,
    "Number the classes from 0, and give the output as many units as there are classes.",
  );
}

const named = (name: string, id: string): string => (/^\d+$/.test(id) ? `layer ${id}` : name);

function firstWrong({ shape, values }: NumberArray, count: number): { readonly value: number; readonly row: number } | undefined {
  const at = values.findIndex((value) => !Number.isInteger(value) || value < 0 || value >= count);
  if (at < 0) return undefined;
  return { value: values[at] ?? NaN, row: Math.floor(at / (values.length / (shape[0] ?? 1))) + 1 };
}
