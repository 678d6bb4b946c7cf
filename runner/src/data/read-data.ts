import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf, type Setting } from "../../../core/src/model/setting.js";
import { nameOf, type Call } from "../../../core/src/model/value.js";
import type { Unsupported } from "../engine.js";
import { openBuilderTable } from "./builder-source.js";
import { readBuiltin } from "./builtin-source.js";
import { readCsv, type CsvFiles } from "./csv-source.js";
import { DataError } from "./data-error.js";
import type { Dataset } from "./dataset.js";
import { parseTensorFile } from "./json-source.js";
import { openTable, openTables, readBytes } from "./open-files.js";
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
  /** Where the data is not what the text says. */
  readonly departures: readonly Unsupported[];
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
 * Reads the data of a run. A `.nnet` says itself what it is; a Java or Kotlin config trains on `file`, else on the table that it names
 * where that is found, else on invented data.
 * @throws DataError when there is none, or it does not fit the network
 */
export async function readData(network: Network, options: DataOptions): Promise<RunData> {
  const outputs = outputNeeds(network);
  const { file } = options;
  if (file?.toLowerCase().endsWith(".json")) {
    const { dataset, kinds } = parseTensorFile((await readBytes(file, file)).toString("utf8"), file, network, outputs);
    return { train: dataset, test: null, source: file, isSynthetic: false, kinds, departures: [] };
  }
  if (file !== undefined) return prepared(await fromFile(network, outputs, options, file), network, outputs);
  if (network.notation === "nnet") return prepared(await fromConfig(network, outputs, options), network, outputs);
  return fromBuilder(network, outputs, options);
}

interface Read {
  readonly split: Split;
  readonly source: string;
}

function prepared({ split, source }: Read, network: Network, outputs: readonly OutputNeeds[]): RunData {
  scale(split, network);
  return {
    train: shapeFor(network, outputs, split.train, source),
    test: split.test && shapeFor(network, outputs, split.test, source),
    source,
    isSynthetic: false,
    kinds: split.train.kinds,
    departures: [],
  };
}

/** `--data file.csv`: it takes the place of the training data; a separate test source of the config stays. */
async function fromFile(network: Network, outputs: readonly OutputNeeds[], options: DataOptions, file: string): Promise<Read> {
  const files = { tables: [await openTable(file, file, { header: "auto", delimiter: "," })], isSequence: false };
  const train = readCsv(network, outputs, files);
  const { test } = network.data;
  const split =
    network.notation === "nnet"
      ? await withTest(network, outputs, options, train, files)
      : splitOff(train, shareIn(test) ?? heldBack, options.seed, !options.shuffle);
  return { split, source: file };
}

/** What the program reads itself; where that cannot be read or does not fit, invented data and the reason. */
async function fromBuilder(network: Network, outputs: readonly OutputNeeds[], options: DataOptions): Promise<RunData> {
  const { folder, seed, shuffle } = options;
  try {
    const train = await openBuilderTable(network.data.train, folder);
    if (!train) return invented(network, outputs, seed, []);
    const test = await openBuilderTable(network.data.test, folder);
    const data = readCsv(network, outputs, train.files);
    const split = test
      ? { train: data, test: readCsv(network, outputs, test.files, train.files) }
      : splitOff(data, shareIn(network.data.test) ?? heldBack, seed, !shuffle);
    return prepared({ split, source: train.source }, network, outputs);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return invented(network, outputs, seed, [
      { setting: "data.train", reason: `${error.message.replace(/\.$/u, "")}: invented data takes its place` },
    ]);
  }
}

function invented(network: Network, outputs: readonly OutputNeeds[], seed: number, departures: RunData["departures"]): RunData {
  const { train, test } = splitOff(inventData(network, outputs, seed), heldBack, seed, false);
  return { train: train.dataset, test: test?.dataset ?? null, source: "synthetic", isSynthetic: true, kinds: train.kinds, departures };
}

/** `split(0.2)`, also where builder calls split. */
function shareIn(test: Setting<Call> | undefined): number | undefined {
  const fraction = isKnown(test) && test.value.name === "split" ? valueOf(test.value.args.fraction) : undefined;
  return typeof fraction === "number" && fraction > 0 && fraction < 1 ? fraction : undefined;
}

async function fromConfig(network: Network, outputs: readonly OutputNeeds[], options: DataOptions): Promise<Read> {
  const source = valueOf(network.data.train);
  if (!source)
    throw new DataError(
      "The config does not say what to train on.",
      'Write it: data { train: csv("file.csv") }, or builtin(moons), or give --data.',
    );
  if (source.name === "builtin") {
    const train = readBuiltin(network, outputs, source, options.seed, "train");
    return { split: await withTest(network, outputs, options, train), source: `builtin ${nameOf(valueOf(source.args.name)) ?? ""}` };
  }
  const files = await openSource(source, options.folder);
  const split = await withTest(network, outputs, options, readCsv(network, outputs, files), files);
  return { split, source: nameOf(valueOf(source.args.path)) ?? source.name };
}

/** @param training the training tables, from which the values of categorical columns are taken */
async function withTest(
  network: Network,
  outputs: readonly OutputNeeds[],
  { folder, seed, shuffle }: DataOptions,
  train: Split["train"],
  training?: CsvFiles,
): Promise<Split> {
  const { test } = network.data;
  if (!isKnown(test)) return { train, test: null };
  if (test.value.name === "split") {
    const fraction = shareIn(test);
    if (fraction === undefined)
      throw new DataError("`split` takes a share of the data for the test.", "Write a number between 0 and 1: split(0.2).");
    return splitOff(train, fraction, seed, !shuffle);
  }
  if (test.value.name === "builtin") return { train, test: readBuiltin(network, outputs, test.value, seed, "test") };
  return { train, test: readCsv(network, outputs, await openSource(test.value, folder), training) };
}

const notYet: Readonly<Record<string, string>> = {
  text: "Text files cannot be trained on yet.",
  idx: "IDX files cannot be trained on yet.",
  images: "Folders of images cannot be trained on yet.",
};

async function openSource(source: Call, folder: string): Promise<CsvFiles> {
  const refusal = notYet[source.name];
  if (refusal !== undefined) throw new DataError(refusal, "Bring the data into a CSV file, or give tensors with --data file.json.");
  return openTables(source, folder);
}
