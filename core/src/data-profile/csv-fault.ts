import Papa from "papaparse";
import type { DataFault } from "../model/data-profile.js";
import { isMissing, numberIn } from "./profile-column.js";
import { decode, type CsvOptions } from "./profile-csv.js";

type Fault = Omit<DataFault, "path">;

/** Rows that are looked at to see how a file is written. */
const sampledRows = 50;
const delimiters = [",", ";", "\t", "|"];
const inWords: Readonly<Record<string, string>> = { "\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars" };

/** What keeps a file from being read as the text says; `undefined` where nothing does. */
export function csvFault(data: Uint8Array, options: CsvOptions): DataFault | undefined {
  const { path } = options;
  const fault = bytesFault(data) ?? textFault(decode(data), options);
  return fault && { path, ...fault };
}

/** Files of another kind, by their first bytes (`file(1)`'s magic numbers); NUL bytes stand in no text but UTF-16's. */
function bytesFault(data: Uint8Array): Fault | undefined {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => data[index] === byte);
  if (data.length === 0) return { fault: "is empty" };
  if (starts(0x1f, 0x8b)) return { fault: "is packed by gzip, and a table is read as plain text" };
  if (starts(0x50, 0x4b, 3, 4)) return { fault: "is a ZIP archive or a spreadsheet, not plain text" };
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return undefined;
  return data.subarray(0, 8192).includes(0) ? { fault: "holds binary data, not text" } : undefined;
}

function textFault(text: string, { header, delimiter, complete = true }: CsvOptions): Fault | undefined {
  const own = delimiter === "\\t" ? "\t" : delimiter;
  const rows = rowsOf(text, own);
  const [first] = rows;
  if (!first || rows.length <= (header ? 1 : 0)) return { fault: "has no rows of data" };
  return delimiterFault(text, own, rows) ?? headerFault(header, rows) ?? raggedFault(text, own, header, complete);
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true, preview: sampledRows }).data;
}

/** One cell in every row, and several with another delimiter, as many in each. */
function delimiterFault(text: string, delimiter: string, rows: readonly (readonly string[])[]): Fault | undefined {
  if (rows.some(({ length }) => length > 1)) return undefined;
  const other = delimiters.find((one) => {
    const split = one === delimiter ? [] : rowsOf(text, one);
    const width = split[0]?.length ?? 0;
    return width > 1 && split.every(({ length }) => length === width);
  });
  if (other === undefined) return undefined;
  return {
    fault: `is separated by ${inWords[other] ?? other}, not by ${inWords[delimiter] ?? `"${delimiter}"`}`,
    instead: { key: "delimiter", value: other },
  };
}

/** The first row is of the same kind as the others, or of another kind. */
function headerFault(header: boolean, [first = [], ...others]: readonly (readonly string[])[]): Fault | undefined {
  if (header) {
    const numbers = first.map(numberIn);
    if (!numbers.every((value) => value !== undefined) || isCounted(numbers)) return undefined;
    return {
      fault: `has no header: its first row is ${first.slice(0, 3).join(", ")}${first.length > 3 ? ", …" : ""}`,
      isMild: true,
      instead: { key: "header", value: false },
    };
  }
  const isNumeric = (column: number) => others.length > 1 && others.every((row) => numberIn(row[column] ?? "") !== undefined);
  const name = first.find((cell, column) => numberIn(cell) === undefined && !isMissing(cell) && isNumeric(column));
  return name === undefined
    ? undefined
    : { fault: `has a header, "${name.trim()}" in it, which is read as an example`, instead: { key: "header", value: true } };
}

/** Columns that are numbered through, years for example, are a header. */
function isCounted(numbers: readonly number[]): boolean {
  const [start = 0] = numbers;
  return Number.isInteger(start) && numbers.length > 1 && numbers.every((value, index) => value === start + index);
}

/** A row that is longer than the first one, or a quotation that never ends. Short rows have missing cells. */
function raggedFault(text: string, delimiter: string, header: boolean, complete: boolean): Fault | undefined {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  const [broken] = complete ? errors.filter(({ type }) => type === "Quotes") : [];
  if (broken) return { fault: `has a quotation mark in line ${(broken.row ?? 0) + 1} that is not closed` };
  const width = data[0]?.length ?? 0;
  const row = data.findIndex(({ length }) => length > width);
  if (row < 0) return undefined;
  return { fault: `has ${data[row]?.length ?? 0} cells in row ${header ? row : row + 1}, and ${width} in its first` };
}
