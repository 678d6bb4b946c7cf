import Papa from "papaparse";
import type { DataProfile } from "../model/data-profile.js";
import { profileColumn } from "./profile-column.js";
import { hashRows } from "./hash-rows.js";

/** How a file is read. */
export interface CsvOptions {
  /** As written in the config. */
  readonly path: string;
  /** True when the first row names the columns. */
  readonly header: boolean;
  readonly delimiter: string;
  /** False when `data` is only the beginning of the file: its last row, which may be cut, is left out. Default: true. */
  readonly complete?: boolean;
}

/**
 * Statistics of the columns of a comma-separated file. Never throws: a row that is too short has missing cells, what stands beyond
 * the header's columns (without a header: the first row's) is left out.
 * @param data the file's bytes (UTF-8, or UTF-16 with a byte order mark) or its text
 */
export function profileCsv(data: Uint8Array | string, { path, header, delimiter, complete = true }: CsvOptions): DataProfile {
  const text = typeof data === "string" ? withoutMark(data) : decode(data);
  const { data: lines } = Papa.parse<string[]>(text, { delimiter: delimiter === "\\t" ? "\t" : delimiter, skipEmptyLines: true });
  const names = header ? lines[0] : undefined;
  const rows = lines.slice(header ? 1 : 0, complete || lines.length < 2 ? undefined : -1);
  const width = (names ?? rows[0])?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) =>
    profileColumn(
      index,
      names?.[index]?.trim() ?? null,
      rows.map((row) => row[index] ?? ""),
    ),
  );
  return { path, rows: rows.length, complete, columns, rowHashes: hashRows(rows, columns) };
}

/** The text of a file's bytes. */
export function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return withoutMark(new TextDecoder(encoding).decode(bytes));
}

const withoutMark = (text: string) => (text.startsWith("\uFEFF") ? text.slice(1) : text);
