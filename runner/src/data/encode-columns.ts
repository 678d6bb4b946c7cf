import type { Call } from "../../../core/src/model/value.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { cellError, columnName, numberAt, textAt, type CsvTable } from "./csv-table.js";
import { DataError } from "./data-error.js";
import type { Tensor } from "./dataset.js";
import type { LabelKind, OutputNeeds } from "./outputs.js";

/** The values that a categorical column takes, in the order of their one-hot columns. */
export type Categories = ReadonlyMap<number, readonly string[]>;

/** The values of the categorical columns of the training file: sorted, numbers by size. */
export function categoriesOf(table: CsvTable, columns: readonly number[]): Categories {
  return new Map(
    columns.map((column) => {
      const values = [...new Set(Array.from({ length: table.count }, (_, row) => textAt(table, row, column).trim()))];
      return [column, values.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))];
    }),
  );
}

/** Feature columns as numbers, `[rows, features]`; a categorical column becomes one column for each of its values. */
export function encodeFeatures(table: CsvTable, columns: readonly number[], categories: Categories): Tensor {
  const widths = columns.map((column) => categories.get(column)?.length ?? 1);
  const width = widths.reduce((sum, size) => sum + size, 0);
  const values = new Float64Array(table.count * width);
  for (let row = 0; row < table.count; row++) {
    let at = row * width;
    columns.forEach((column, index) => {
      const known = categories.get(column);
      if (known) values[at + indexOfCategory(table, row, column, textAt(table, row, column).trim(), known)] = 1;
      else values[at] = numberAt(table, row, column);
      at += widths[index] ?? 1;
    });
  }
  return { shape: [table.count, width], values };
}

/** Which of the features that {@link encodeFeatures} makes are one-hot: they are not scaled. */
export function oneHotFeatures(columns: readonly number[], categories: Categories): boolean[] {
  return columns.flatMap((column) => categories.get(column)?.map(() => true) ?? [false]);
}

function indexOfCategory(table: CsvTable, row: number, column: number, value: string, known: readonly string[]): number {
  const found = known.indexOf(value);
  if (found >= 0) return found;
  throw cellError(
    table,
    row,
    column,
    `"${value}" does not occur in the training data`,
    "Give the training data an example of it, or drop the row.",
  );
}

/** Label columns as numbers, `[rows, units]`, with what they are. */
export interface EncodedLabels {
  readonly tensor: Tensor;
  readonly kind: LabelKind;
}

/**
 * Encodes labels as `labels:` says, else as the output layer's loss wants them.
 * @throws DataError naming row and column of a label that is not one
 */
export function encodeLabels(table: CsvTable, columns: readonly number[], labels: Call | undefined, output: OutputNeeds): EncodedLabels {
  const kind = kindOf(labels, output);
  const classes = valueOf(labels?.args.classes);
  const [first, another] = columns;
  if (kind === "oneHot" && first !== undefined && another === undefined) {
    return { tensor: oneHot(table, first, typeof classes === "number" ? classes : output.units), kind };
  }
  const read =
    kind === "binary" ? binaryAt : kind === "index" ? indexReader(typeof classes === "number" ? classes : output.units) : numberAt;
  const values = new Float64Array(table.count * columns.length);
  for (let row = 0; row < table.count; row++)
    columns.forEach((column, index) => (values[row * columns.length + index] = read(table, row, column)));
  return { tensor: { shape: [table.count, columns.length], values }, kind };
}

const kinds: Readonly<Record<string, LabelKind>> = { oneHot: "oneHot", index: "index", binary: "binary", real: "real" };

function kindOf(labels: Call | undefined, output: OutputNeeds): LabelKind {
  return kinds[labels?.name ?? ""] ?? output.usual;
}

function oneHot(table: CsvTable, column: number, classes: number): Tensor {
  const values = new Uint8Array(table.count * classes);
  const read = indexReader(classes);
  for (let row = 0; row < table.count; row++) values[row * classes + read(table, row, column)] = 1;
  return { shape: [table.count, classes], values };
}

function indexReader(classes: number): (table: CsvTable, row: number, column: number) => number {
  return (table, row, column) => {
    const value = labelAt(table, row, column, `a class from 0 to ${classes - 1}`);
    if (Number.isInteger(value) && value >= 0 && value < classes) return value;
    throw cellError(table, row, column, `${value} is not a class from 0 to ${classes - 1}`, classHint);
  };
}

function binaryAt(table: CsvTable, row: number, column: number): number {
  const value = labelAt(table, row, column, "0 or 1");
  if (value === 0 || value === 1) return value;
  throw cellError(table, row, column, `${value} is not 0 or 1`, "Use labels: oneHot(n) for classes, labels: real for numbers.");
}

const classHint = "Number the classes from 0 in the file; for numbers to be predicted write labels: real.";

function labelAt(table: CsvTable, row: number, column: number, wanted: string): number {
  const cell = textAt(table, row, column);
  try {
    return numberAt(table, row, column);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(`${table.path}, row ${row + 1}, ${columnName(table, column)}: "${cell}" is not ${wanted}.`, classHint);
  }
}
