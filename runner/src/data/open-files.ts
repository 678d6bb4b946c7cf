import { readFile } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import type { CsvFiles } from "./csv-source.js";
import type { CsvFormat, CsvTable } from "./csv-table.js";
import { DataError, unreadable } from "./data-error.js";
import { readCsvTable } from "./read-csv.js";
import { silently, type Reading } from "./reading.js";

/** The tables of a `csv` or `csvSequence` source. @param folder the config's: paths are relative to it */
export async function openTables({ name, args }: Call, folder: string, reading: Reading): Promise<CsvFiles> {
  const [written, header, delimiter] = [valueOf(args.path), valueOf(args.header), valueOf(args.delimiter)];
  if (typeof written !== "string") throw new DataError(`The path of ${name} is not known.`, "Write it as a text.");
  const isSequence = name === "csvSequence";
  const format: CsvFormat = {
    header: typeof header === "boolean" ? header : !isSequence,
    delimiter: typeof delimiter === "string" ? delimiter : ",",
  };
  const paths = isSequence ? await matching(written, folder) : [written];
  const tables: CsvTable[] = [];
  for (const [index, file] of paths.entries()) {
    tables.push(await readCsvTable(path.resolve(folder, file), file, format, isSequence ? silently : reading));
    if (isSequence) reading.tell(written, index + 1, paths.length);
  }
  return { tables, isSequence };
}

/** Files that a pattern names, in the order of the numbers in their names. */
async function matching(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(pattern, { cwd: folder, expandDirectories: false });
  if (found.length === 0) throw new DataError(`No file matches ${pattern}.`, `Paths are relative to the config's folder, ${folder}.`);
  return found.sort(new Intl.Collator("en", { numeric: true }).compare);
}

/** A file's bytes. @throws DataError saying where it was looked for */
export async function readBytes(file: string, written: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw unreadable(error, file, written);
  }
}
