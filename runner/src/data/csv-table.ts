import type { CellColumn } from "./cell-column.js";
import { DataError } from "./data-error.js";

/** The cells of a comma-separated file, rows all of one length. Numbers are held as numbers, not as text. */
export interface CsvTable {
  /** As written in the config, for messages. */
  readonly path: string;
  /** `null` without a header. */
  readonly header: readonly string[] | null;
  readonly width: number;
  readonly count: number;
  readonly columns: readonly CellColumn[];
}

/** How a file is to be read. */
export interface CsvFormat {
  /** `auto`: there is a header when the first row holds a cell that is not a number. */
  readonly header: boolean | "auto";
  /** `auto`: the one of comma, semicolon, tab and bar that makes rows of one length. */
  readonly delimiter: string;
}

/** How messages name a column: its header, or its index from 0. */
export function columnName({ header }: Pick<CsvTable, "header">, column: number): string {
  const name = header?.[column];
  return name === undefined ? `column ${column}` : `column "${name}"`;
}

/** A cell's text; of a number the shortest that means it. */
export function textAt({ columns }: CsvTable, row: number, column: number): string {
  return columns[column]?.text(row) ?? "";
}

/**
 * The number in a cell. Rows are counted from 1 without the header.
 * @throws DataError naming row and column
 */
export function numberAt(table: CsvTable, row: number, column: number): number {
  const value = table.columns[column]?.number(row);
  if (value !== undefined) return value;
  const cell = textAt(table, row, column);
  const what = cell.trim() === "" ? "the cell is empty" : `"${cell}" is not a number`;
  throw cellError(table, row, column, what, `Repair or remove the row, or list a column of words under \`categorical\`.`);
}

/** An error about one cell. */
export function cellError(table: CsvTable, row: number, column: number, what: string, hint: string): DataError {
  return new DataError(`${table.path}, row ${row + 1}, ${columnName(table, column)}: ${what}.`, hint);
}
