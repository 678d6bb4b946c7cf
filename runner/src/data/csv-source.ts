import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { chooseColumns, type ColumnPlan, type LabelColumns } from "./csv-columns.js";
import type { CsvTable } from "./csv-table.js";
import type { Tensor } from "./dataset.js";
import { categoriesOf, encodeFeatures, encodeLabels, oneHotFeatures } from "./encode-columns.js";
import { isPerStep, type OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";
import { foldSequences, lastSteps, maskForAll, stepMask } from "./sequences.js";

/** Tables as one set of examples: every row one, or every file a sequence. */
export interface CsvFiles {
  readonly tables: readonly CsvTable[];
  readonly isSequence: boolean;
}

/**
 * Reads the examples of comma-separated files.
 * @param training the training files, from which the values of categorical columns are taken
 */
export function readCsv(network: Network, outputs: readonly OutputNeeds[], files: CsvFiles, training: CsvFiles = files): RawData {
  const [first] = training.tables;
  if (!first) return { dataset: { count: 0, features: {}, labels: {} }, oneHot: {}, kinds: {}, isSequence: files.isSequence };
  const coded = chooseColumns(network, outputs, first).categorical;
  const categories = new Map(coded.map((column) => [column, valuesIn(training.tables, column)]));
  const parts = files.tables.map((table) => ({ table, plan: chooseColumns(network, outputs, table) }));
  const plan = parts[0]?.plan ?? chooseColumns(network, outputs, first);
  const lengths = files.tables.map(({ count }) => count);
  const features = Object.fromEntries(
    plan.inputs.map(({ input }) => [
      input,
      joined(parts.map((part) => encodeFeatures(part.table, featuresOf(part.plan, input), categories))),
    ]),
  );
  const labels = plan.labels
    .filter(({ columns }) => columns !== "features")
    .map(({ output }) => ({ output, ...encodedLabels(network, output, parts) }));
  const flat = { features, labels: Object.fromEntries(labels.map(({ output, tensor }) => [output.name, tensor])) };
  return {
    dataset: files.isSequence
      ? foldedDataset(flat, outputs, lengths, valueOf(network.data.labelAt) === "last")
      : { count: lengths.reduce((sum, length) => sum + length, 0), ...flat },
    oneHot: Object.fromEntries(plan.inputs.map(({ input, columns }) => [input, oneHotFeatures(columns, categories)])),
    kinds: Object.fromEntries([
      ...plan.labels.map(({ output }) => [output.name, "real"] as const),
      ...labels.map(({ output, kind }) => [output.name, kind] as const),
    ]),
    isSequence: files.isSequence,
  };
}

function valuesIn(tables: readonly CsvTable[], column: number): readonly string[] {
  const all = tables.flatMap((table) => categoriesOf(table, [column]).get(column) ?? []);
  return [...new Set(all)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
}

interface Part {
  readonly table: CsvTable;
  readonly plan: ColumnPlan;
}

function featuresOf({ inputs }: ColumnPlan, name: string): readonly number[] {
  return inputs.find(({ input }) => input === name)?.columns ?? [];
}

function encodedLabels({ data }: Network, output: OutputNeeds, parts: readonly Part[]) {
  const columnsOf = ({ labels }: ColumnPlan) => labels.find((label: LabelColumns) => label.output.name === output.name)?.columns;
  const encoded = parts.map(({ table, plan }) => {
    const columns = columnsOf(plan);
    return encodeLabels(table, columns === undefined || columns === "features" ? [] : columns, valueOf(data.labels), output);
  });
  return { tensor: joined(encoded.map(({ tensor }) => tensor)), kind: encoded[0]?.kind ?? output.usual };
}

/** Tensors of equal width, one below the other. */
function joined(tensors: readonly Tensor[]): Tensor {
  const width = tensors[0]?.shape[1] ?? 0;
  const rows = tensors.reduce((sum, { shape }) => sum + (shape[0] ?? 0), 0);
  const values = new Float64Array(rows * width);
  let at = 0;
  for (const tensor of tensors) {
    values.set(tensor.values, at);
    at += tensor.values.length;
  }
  return { shape: [rows, width], values };
}

function foldedDataset(
  { features, labels }: { features: Record<string, Tensor>; labels: Record<string, Tensor> },
  outputs: readonly OutputNeeds[],
  lengths: readonly number[],
  isLast: boolean,
): RawData["dataset"] {
  const time = Math.max(...lengths);
  const differ = lengths.some((length) => length !== time);
  const fold = (tensor: Tensor) => foldSequences(tensor, lengths, time);
  const stepwise = outputs.filter(isPerStep).map(({ name }) => name);
  const foldLabels = (name: string, tensor: Tensor) => (stepwise.includes(name) ? fold(tensor) : lastSteps(fold(tensor), lengths));
  return {
    count: lengths.length,
    features: Object.fromEntries(Object.entries(features).map(([name, tensor]) => [name, fold(tensor)])),
    labels: Object.fromEntries(Object.entries(labels).map(([name, tensor]) => [name, foldLabels(name, tensor)])),
    ...(differ && { featuresMask: maskForAll(Object.keys(features), stepMask(lengths, time, "each")) }),
    ...((differ || isLast) && { labelsMask: maskForAll(stepwise, stepMask(lengths, time, isLast ? "last" : "each")) }),
  };
}
