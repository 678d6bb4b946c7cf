import { readFile } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import type { DataSettings, Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf, type Setting } from "../../../core/src/model/setting.js";
import { nameOf, type Call } from "../../../core/src/model/value.js";
import { readBuiltin } from "./builtin-source.js";
import { readCsv, type CsvFiles } from "./csv-source.js";
import { parseCsvTable, type CsvFormat } from "./csv-table.js";
import { DataError } from "./data-error.js";
import type { Dataset } from "./dataset.js";
import { parseTensorFile } from "./json-source.js";
import { outputNeeds, type LabelKind, type OutputNeeds } from "./outputs.js";
import { scale, shapeFor, splitOff, type Split } from "./prepare.js";
import { inventData } from "./synthetic.js";

/** What a run trains and tests on. */
export interface RunData {
  readonly train: Dataset;
  readonly test: Dataset | null;
  /** As `start.data` says it: the path as written, `builtin moons`, `synthetic`. */
  readonly source: string;
  readonly isSynthetic: boolean;
  /** What the labels are, by output layer. */
  readonly kinds: Readonly<Record<string, LabelKind>>;
}

/** Where data is looked for, and what is random about it. */
export interface DataOptions {
  /** The config's folder: paths in it are relative to it. */
  readonly folder: string;
  /** A file to train on in place of the config's own data: `.csv`, or `.json` for tensors. */
  readonly file?: string | undefined;
  readonly seed: number;
  readonly shuffle: boolean;
}

/** The share that is held back where a config that cannot say it is trained on a file. */
const heldBack = 0.2;

/**
 * Reads the data of a run. A `.nnet` says itself what it is; a Java or Kotlin config trains on `file`, else on invented data.
 * @throws DataError when there is none, or it does not fit the network
 */
export async function readData(network: Network, options: DataOptions): Promise<RunData> {
  const outputs = outputNeeds(network);
  const { file, seed } = options;
  if (file?.toLowerCase().endsWith(".json")) {
    const { dataset, kinds } = parseTensorFile((await readBytes(file, file)).toString("utf8"), file, network, outputs);
    return { train: dataset, test: null, source: file, isSynthetic: false, kinds };
  }
  const read = file === undefined ? await fromConfig(network, outputs, options) : await fromFile(network, outputs, options, file);
  if (read) return prepared(read.split, read.source, network, outputs);
  const split = splitOff(inventData(network, outputs, seed), heldBack, seed, false);
  return {
    train: split.train.dataset,
    test: split.test?.dataset ?? null,
    source: "synthetic",
    isSynthetic: true,
    kinds: split.train.kinds,
  };
}

interface Read {
  readonly split: Split;
  readonly source: string;
}

function prepared(split: Split, source: string, network: Network, outputs: readonly OutputNeeds[]): RunData {
  scale(split, network);
  return {
    train: shapeFor(network, outputs, split.train, source),
    test: split.test && shapeFor(network, outputs, split.test, source),
    source,
    isSynthetic: false,
    kinds: split.train.kinds,
  };
}

/** `--data file.csv`: it takes the place of the training data; a separate test source of the config stays. */
async function fromFile(network: Network, outputs: readonly OutputNeeds[], options: DataOptions, file: string): Promise<Read> {
  const format = { header: "auto", delimiter: "," } as const;
  const files = { tables: [parseCsvTable(await readBytes(file, file), file, format)], isSequence: false };
  const isOwnLanguage = network.notation === "nnet";
  const split = await withTest(network, outputs, options, files, isOwnLanguage ? network.data.test : heldBackTest);
  return { split, source: file };
}

const heldBackTest: Setting<Call> = {
  origin: "default",
  range: null,
  path: "data.test",
  address: "data.test",
  value: {
    name: "split",
    args: { fraction: { origin: "default", value: heldBack, range: null, path: "data.test.fraction", address: "data.test.fraction" } },
  },
};

async function fromConfig(network: Network, outputs: readonly OutputNeeds[], options: DataOptions): Promise<Read | undefined> {
  if (network.notation !== "nnet") return undefined;
  const source = valueOf(network.data.train);
  if (!source)
    throw new DataError(
      "The config does not say what to train on.",
      'Write it: data { train: csv("file.csv") }, or builtin(moons), or give --data.',
    );
  if (source.name === "builtin") {
    const train = readBuiltin(network, outputs, source, options.seed, "train");
    return {
      split: await addTest(network, outputs, options, train, network.data.test),
      source: `builtin ${nameOf(valueOf(source.args.name)) ?? ""}`,
    };
  }
  const files = await openFiles(source, options.folder);
  return {
    split: await withTest(network, outputs, options, files, network.data.test),
    source: nameOf(valueOf(source.args.path)) ?? source.name,
  };
}

async function withTest(
  network: Network,
  outputs: readonly OutputNeeds[],
  options: DataOptions,
  files: CsvFiles,
  test: DataSettings["test"],
): Promise<Split> {
  return addTest(network, outputs, options, readCsv(network, outputs, files), test, files);
}

async function addTest(
  network: Network,
  outputs: readonly OutputNeeds[],
  { folder, seed, shuffle }: DataOptions,
  train: Split["train"],
  test: DataSettings["test"],
  training?: CsvFiles,
): Promise<Split> {
  if (!isKnown(test)) return { train, test: null };
  const { name, args } = test.value;
  if (name === "split") {
    const fraction = valueOf(args.fraction);
    if (typeof fraction !== "number" || fraction <= 0 || fraction >= 1)
      throw new DataError(
        `split(${typeof fraction === "number" ? fraction : "…"}) is not a share of the data.`,
        "Write a number between 0 and 1: split(0.2).",
      );
    return splitOff(train, fraction, seed, !shuffle);
  }
  if (name === "builtin") return { train, test: readBuiltin(network, outputs, test.value, seed, "test") };
  return { train, test: readCsv(network, outputs, await openFiles(test.value, folder), training) };
}

const notYet: Readonly<Record<string, string>> = {
  text: "Text files cannot be trained on yet.",
  idx: "IDX files cannot be trained on yet.",
  images: "Folders of images cannot be trained on yet.",
};

/** The tables of a `csv` or `csvSequence` source. */
async function openFiles({ name, args }: Call, folder: string): Promise<CsvFiles> {
  const refusal = notYet[name];
  if (refusal !== undefined) throw new DataError(refusal, "Bring the data into a CSV file, or give tensors with --data file.json.");
  const [written, header, delimiter] = [valueOf(args.path), valueOf(args.header), valueOf(args.delimiter)];
  if (typeof written !== "string") throw new DataError(`The path of ${name} is not known.`, "Write it as a text.");
  const isSequence = name === "csvSequence";
  const format: CsvFormat = {
    header: typeof header === "boolean" ? header : !isSequence,
    delimiter: typeof delimiter === "string" ? delimiter : ",",
  };
  const paths = isSequence ? await matching(written, folder) : [written];
  const tables = paths.map(async (file) => parseCsvTable(await readBytes(path.resolve(folder, file), file), file, format));
  return { tables: await Promise.all(tables), isSequence };
}

/** Files that a pattern names, in the order of the numbers in their names. */
async function matching(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(pattern, { cwd: folder, expandDirectories: false });
  if (found.length === 0) throw new DataError(`No file matches ${pattern}.`, `Paths are relative to the config's folder, ${folder}.`);
  return found.sort(new Intl.Collator("en", { numeric: true }).compare);
}

async function readBytes(file: string, written: string): Promise<Buffer> {
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
