import { existsSync } from "node:fs";
import path from "node:path";
import type { DataSettings } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import type { CsvFiles } from "./csv-source.js";
import { readCsvTable } from "./read-csv.js";
import type { Reading } from "./reading.js";

/** Where a Java project keeps files that its programs open by name. */
const resourceFolders = ["", "src/main/resources", "src/test/resources"];

/**
 * The table that builder calls read with a `CSVRecordReader`, where it is found: beside the file, or from one of the folders above it,
 * in which the program may be started; `undefined` where none is named or found.
 */
export async function openBuilderTable(source: DataSettings["train"], folder: string, reading: Reading): Promise<NamedTable | undefined> {
  const call = valueOf(source);
  if (call?.name !== "iterator" || valueOf(call.args.reader) !== "CSVRecordReader") return undefined;
  const written = valueOf(call.args.path);
  if (typeof written !== "string") return undefined;
  const file = findFile(written, folder);
  return file === undefined
    ? undefined
    : { source: written, files: { tables: [await readCsvTable(file, written, formatOf(call), reading)], isSequence: false } };
}

/** A table, and the path that the text has for it. */
export interface NamedTable {
  readonly source: string;
  readonly files: CsvFiles;
}

/** `new CSVRecordReader(skipNumLines, delimiter)`: without arguments it skips no line. */
function formatOf({ args }: Call) {
  const delimiter = valueOf(args.delimiter);
  return { header: valueOf(args.header) === true, delimiter: typeof delimiter === "string" ? delimiter : "," };
}

function findFile(written: string, folder: string): string | undefined {
  return foldersFrom(folder)
    .flatMap((above) => resourceFolders.map((resources) => path.resolve(above, resources, written)))
    .find((file) => existsSync(file));
}

/** The folder and those above it. */
function foldersFrom(folder: string): readonly string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}
