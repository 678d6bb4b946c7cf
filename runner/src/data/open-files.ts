import { readFile } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import type { CsvFiles } from "./csv-source.js";
import { parseCsvTable, type CsvFormat } from "./csv-table.js";
import { DataError } from "./data-error.js";

/** The tables of a `csv` or `csvSequence` source. @param folder the config's: paths are relative to it */
export async function openTables({ name, args }: Call, folder: string): Promise<CsvFiles> {
  const [written, header, delimiter] = [valueOf(args.path), valueOf(args.header), valueOf(args.delimiter)];
  if (typeof written !== "string") throw new DataError(`The path of ${name} is not known.`, "Write it as a text.");
  const isSequence = name === "csvSequence";
  const format: CsvFormat = {
    header: typeof header === "boolean" ? header : !isSequence,
    delimiter: typeof delimiter === "string" ? delimiter : ",",
  };
  const paths = isSequence ? await matching(written, folder) : [written];
  const tables = paths.map((file) => openTable(path.resolve(folder, file), file, format));
  return { tables: await Promise.all(tables), isSequence };
}

/** One table. @param written its path as messages name it */
export async function openTable(file: string, written: string, format: CsvFormat) {
  return parseCsvTable(await readBytes(file, written), written, format);
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
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = isMissing ? "there is no such file" : error instanceof Error ? error.message : String(error);
    throw new DataError(
      `The data file ${written} cannot be read: ${reason}.`,
      `It is looked for at ${path.resolve(file)}. Correct the path, or give the data with --data.`,
    );
  }
}
