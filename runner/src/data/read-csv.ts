import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import Papa from "papaparse";
import { numberIn } from "../../../core/src/data-profile/profile-column.js";
import { CellColumn } from "./cell-column.js";
import type { CsvFormat, CsvTable } from "./csv-table.js";
import { DataError, unreadable } from "./data-error.js";
import type { Reading } from "./reading.js";

/** Bytes that are read at a time. */
const piece = 1 << 18;

/**
 * Reads a comma-separated file piece by piece; its text is never held whole. Quoted cells, UTF-8, UTF-16 by its byte order mark, and any
 * line ends are understood; empty lines are left out.
 * @param written its path as messages name it
 * @throws DataError for a file that cannot be read, an empty one, an unclosed quote, a row that is shorter or longer than the first one
 */
export async function readCsvTable(file: string, written: string, format: CsvFormat, reading: Reading): Promise<CsvTable> {
  const size = await stat(file).then(
    (about) => (about.isDirectory() ? Promise.reject(new Error("it is a folder")) : about.size),
    (error: unknown) => {
      throw unreadable(error, file, written);
    },
  );
  const rows = new Rows(written, format);
  const text = Readable.from(decoded(createReadStream(file, { highWaterMark: piece }), (done) => reading.tell(written, done, size)));
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => {
      text.destroy();
      reject(
        error instanceof DataError || !(error instanceof Error && "code" in error)
          ? asError(error)
          : unreadable(error, path.resolve(file), written),
      );
    };
    text.on("error", fail);
    Papa.parse<string[]>(text, {
      delimiter: format.delimiter === "auto" ? "" : format.delimiter === "\\t" ? "\t" : format.delimiter,
      delimitersToGuess: [",", ";", "\t", "|"],
      skipEmptyLines: true,
      chunk: ({ data, errors }) => {
        try {
          rows.add(data, errors);
        } catch (error) {
          fail(error);
        }
      },
      complete: () => resolve(),
      error: fail,
    });
  });
  return rows.table();
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** Pieces of a file as text; the byte order mark is taken off. */
async function* decoded(bytes: AsyncIterable<Buffer>, tell: (done: number) => void): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let done = 0;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    done += chunk.length;
    tell(done);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder?.decode();
  if (rest !== undefined && rest !== "") yield rest;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The rows of a file as they come. */
class Rows {
  #header: readonly string[] | null = null;
  #columns: CellColumn[] | undefined;
  #count = 0;

  constructor(
    private readonly path: string,
    private readonly format: CsvFormat,
  ) {}

  add(rows: readonly (readonly string[])[], errors: readonly Papa.ParseError[]): void {
    const broken = errors.find(({ type }) => type === "Quotes");
    if (broken)
      throw new DataError(`${this.path}, row ${this.#count + (broken.row ?? 0) + 1}: ${broken.message}.`, "Close the quotation mark.");
    for (const row of rows)
      if (this.#columns) this.#addRow(row, this.#columns);
      else this.#begin(row);
  }

  /** @throws DataError where nothing came */
  table(): CsvTable {
    const columns = this.#columns;
    if (!columns || this.#count === 0) throw new DataError(`${this.path} has no rows of data.`, "Name a file that has examples in it.");
    return { path: this.path, header: this.#header, width: columns.length, count: this.#count, columns };
  }

  #begin(row: readonly string[]): void {
    const { header } = this.format;
    const columns = row.map(() => new CellColumn());
    this.#columns = columns;
    const isHeader = header === "auto" ? row.some((cell) => numberIn(cell) === undefined) : header;
    if (isHeader) this.#header = row.map((name) => name.trim());
    else this.#addRow(row, columns);
  }

  #addRow(row: readonly string[], columns: readonly CellColumn[]): void {
    if (row.length !== columns.length)
      throw new DataError(
        `${this.path}, row ${this.#count + 1}: it has ${row.length} cells, the first row of the file has ${columns.length}.`,
        `Repair the row, or say which character separates the cells: csv("${this.path}", delimiter: ";").`,
      );
    this.#count++;
    for (const [index, column] of columns.entries()) column.add(row[index] ?? "");
  }
}
