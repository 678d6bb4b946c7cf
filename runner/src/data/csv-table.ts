import Papa from "papaparse";
import { decode } from "../../../core/src/data-profile/profile-csv.js";
import { numberIn } from "../../../core/src/data-profile/profile-column.js";
import { DataError } from "./data-error.js";

/** The rows of a comma-separated file, all of one length. */
export interface CsvTable {
  /** As written in the config, for messages. */
  readonly path: string;
  /** `null` without a header. */
  readonly header: readonly string[] | null;
  readonly width: number;
  readonly rows: readonly (readonly string[])[];
}

/** How a file is to be read; `header: "auto"`: there is one when the first row holds a cell that is not a number. */
export interface CsvFormat {
  readonly header: boolean | "auto";
  readonly delimiter: string;
}

/**
 * Parses a comma-separated file. Quoted cells, byte order marks and any line ends are understood; empty lines are left out.
 * @throws DataError for an empty file, an unclosed quote, a row that is shorter or longer than the first one
 */
export function parseCsvTable(bytes: Uint8Array, path: string, { header, delimiter }: CsvFormat): CsvTable {
  const { data, errors } = Papa.parse<string[]>(decode(bytes), {
    delimiter: delimiter === "\\t" ? "\t" : delimiter,
    skipEmptyLines: true,
  });
  const [broken] = errors.filter(({ type }) => type === "Quotes");
  if (broken) throw new DataError(`${path}, line ${(broken.row ?? 0) + 1}: ${broken.message}.`, "Close the quotation mark.");
  const [first] = data;
  const hasHeader = header === "auto" ? first?.some((cell) => numberIn(cell) === undefined) === true : header;
  const rows = data.slice(hasHeader ? 1 : 0);
  if (!first || rows.length === 0) throw new DataError(`${path} has no rows of data.`, "Name a file that has examples in it.");
  const ragged = rows.findIndex((row) => row.length !== first.length);
  if (ragged >= 0) {
    throw new DataError(
      `${path}, row ${ragged + 1}: it has ${rows[ragged]?.length ?? 0} cells, the first row of the file has ${first.length}.`,
      `Repair the row, or say which character separates the cells: csv("${path}", delimiter: ";").`,
    );
  }
  return { path, header: hasHeader ? first.map((name) => name.trim()) : null, width: first.length, rows };
}

/** How messages name a column: its header, or its index from 0. */
export function columnName({ header }: CsvTable, column: number): string {
  const name = header?.[column];
  return name === undefined ? `column ${column}` : `column "${name}"`;
}

/**
 * The number in a cell. Rows are counted from 1 without the header.
 * @throws DataError naming row and column
 */
export function numberAt(table: CsvTable, row: number, column: number): number {
  const cell = table.rows[row]?.[column] ?? "";
  const value = numberIn(cell);
  if (value !== undefined) return value;
  const what = cell.trim() === "" ? "the cell is empty" : `"${cell}" is not a number`;
  throw cellError(table, row, column, what, `Repair or remove the row, or list a column of words under \`categorical\`.`);
}

/** An error about one cell. */
export function cellError(table: CsvTable, row: number, column: number, what: string, hint: string): DataError {
  return new DataError(`${table.path}, row ${row + 1}, ${columnName(table, column)}: ${what}.`, hint);
}
