import { closest } from "fastest-levenshtein";
import type { DataSettings, Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf, type Setting } from "../../../core/src/model/setting.js";
import { isCall, type Value } from "../../../core/src/model/value.js";
import type { CsvTable } from "./csv-table.js";
import { DataError } from "./data-error.js";
import type { OutputNeeds } from "./outputs.js";

/** Which columns feed an input. */
export interface InputColumns {
  readonly input: string;
  readonly columns: readonly number[];
}

/** Which columns are the labels of an output layer; `features`: its target is the input. */
export interface LabelColumns {
  readonly output: OutputNeeds;
  readonly columns: readonly number[] | "features";
}

/** What the columns of a file are for. */
export interface ColumnPlan {
  readonly inputs: readonly InputColumns[];
  readonly labels: readonly LabelColumns[];
  readonly categorical: readonly number[];
}

/**
 * Chooses the columns of features and labels as `features`, `label` and `categorical` say. Where no label is named, the last columns
 * are the labels, as many as each output layer needs (one for classes), in the order of the output layers.
 * @throws DataError for a column that the file does not have, and where the choice is not clear
 */
export function chooseColumns({ data, inputs }: Network, outputs: readonly OutputNeeds[], table: CsvTable): ColumnPlan {
  const labels = labelColumns(data, outputs, table);
  const taken = new Set(labels.flatMap(({ columns }) => (columns === "features" ? [] : columns)));
  const rest = Array.from({ length: table.width }, (_, column) => column).filter((column) => !taken.has(column));
  return {
    inputs: inputColumns(
      data,
      inputs.map(({ name }) => name),
      rest,
      table,
    ),
    labels,
    categorical: columnsIn(valueOf(data.categorical) ?? [], table, "categorical"),
  };
}

function inputColumns(data: DataSettings, names: readonly string[], rest: readonly number[], table: CsvTable): InputColumns[] {
  const value = knownOr(data.features, "features") ?? "all";
  if (isCall(value)) return names.map((input) => ({ input, columns: columnsIn(partOf(value.args, input, "features"), table, "features") }));
  const [only, another] = names;
  if (only === undefined || another !== undefined)
    throw new DataError(
      `The network has ${names.length} inputs, and the text does not say which columns feed which.`,
      `Write a list for each: features { ${names.map((name) => `${name}: […]`).join("  ")} }.`,
    );
  return [{ input: only, columns: value === "all" ? rest : columnsIn(value, table, "features") }];
}

function labelColumns(data: DataSettings, outputs: readonly OutputNeeds[], table: CsvTable): LabelColumns[] {
  const value = knownOr(data.label, "label");
  if (value === undefined) return lastColumns(data, outputs, table);
  if (value === "features") return outputs.map((output) => ({ output, columns: "features" }));
  if (isCall(value)) {
    return outputs.map((output) => {
      const part = partOf(value.args, output.name, "label");
      return { output, columns: part === "features" ? "features" : columnsIn(part, table, "label") };
    });
  }
  const [only, another] = outputs;
  if (only === undefined || another !== undefined)
    throw new DataError(
      `The network has ${outputs.length} outputs, and \`label\` does not say which column belongs to which.`,
      `Write one for each: label { ${outputs.map(({ name }) => `${name}: "…"`).join("  ")} }.`,
    );
  return [{ output: only, columns: columnsIn(value, table, "label") }];
}

function lastColumns({ labels }: DataSettings, outputs: readonly OutputNeeds[], table: CsvTable): LabelColumns[] {
  const kindOf = (output: OutputNeeds) => valueOf(labels)?.name ?? output.usual;
  const widths = outputs.map((output) => (kindOf(output) === "oneHot" || kindOf(output) === "index" ? 1 : output.units));
  let from = table.width - widths.reduce((sum, width) => sum + width, 0);
  if (from < 1)
    throw new DataError(`${table.path} has ${table.width} columns: too few for features and labels.`, 'Say which is which: label: "…".');
  return outputs.map((output, index) => {
    const columns = Array.from({ length: widths[index] ?? 1 }, (_, step) => from + step);
    from += columns.length;
    return { output, columns };
  });
}

function columnsIn(value: Value, table: CsvTable, key: string): number[] {
  if (typeof value === "string" || typeof value === "number") return [columnOf(value, table)];
  if (Array.isArray(value)) return value.flatMap((part: Value) => columnsIn(part, table, key));
  throw new DataError(`\`${key}\` names something that is not a column.`, "Name columns by their header, or by their index from 0.");
}

function columnOf(name: string | number, { header, path, width }: CsvTable): number {
  if (typeof name === "number") {
    if (Number.isInteger(name) && name >= 0 && name < width) return name;
    throw new DataError(`${path} has no column ${name}: its columns are 0 to ${width - 1}.`, "Count columns from 0.");
  }
  if (!header)
    throw new DataError(
      `${path} is read without a header, so it has no column "${name}".`,
      "Write header: true, or name the column by its index from 0.",
    );
  const found = header.indexOf(name);
  if (found >= 0) return found;
  throw new DataError(`${path} has no column "${name}".`, `Did you mean "${closest(name, [...header])}"?`);
}

function partOf(args: Readonly<Record<string, Setting<Value>>>, name: string, key: string): Value {
  const value = valueOf(args[name]);
  if (value === undefined) throw new DataError(`\`${key}\` says nothing for ${name}.`, `Name its columns: ${key} { ${name}: … }.`);
  return value;
}

/** The value; `undefined` where nothing is written. A value that is written, but cannot be read, is an error. */
function knownOr(setting: Setting<Value> | undefined, key: string): Value | undefined {
  if (setting && !isKnown(setting) && setting.range !== null)
    throw new DataError(`What \`${key}\` says cannot be known from the text.`, "Write the column's name or index.");
  return valueOf(setting);
}
