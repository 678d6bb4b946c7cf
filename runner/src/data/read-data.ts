import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf, type Setting } from "../../../core/src/model/setting.js";
import { nameOf, type Call } from "../../../core/src/model/value.js";
import type { Unsupported } from "../engine.js";
import { openBuilderTable } from "./builder-source.js";
import { readBuiltin } from "./builtin-source.js";
import { readCsv, type CsvFiles } from "./csv-source.js";
import { DataError } from "./data-error.js";
import type { Dataset } from "./dataset.js";
import { readIdx } from "./idx-source.js";
import { readImages } from "./images-source.js";
import { parseTensorFile } from "./json-source.js";
import { openTables, readBytes } from "./open-files.js";
import { outputNeeds, type LabelKind, type OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";
import { readCsvTable } from "./read-csv.js";
import type { Reading } from "./reading.js";
import { scale, shapeFor, splitOff, type Split } from "./prepare.js";
import { readText } from "./text-source.js";
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
  readonly reading: Reading;
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
  const files = { tables: [await readCsvTable(file, file, { header: "auto", delimiter: "auto" }, options.reading)], isSequence: false };
  const train = readCsv(network, outputs, files);
  const { test } = network.data;
  const split =
    network.notation === "nnet"
      ? await withTest(network, options, train, (other) => testedOn(network, outputs, options, other, files))
      : splitOff(train, shareIn(test) ?? heldBack, options.seed, !options.shuffle);
  return { split, source: file };
}

/** What the program reads itself; where that cannot be read or does not fit, invented data and the reason. */
async function fromBuilder(network: Network, outputs: readonly OutputNeeds[], options: DataOptions): Promise<RunData> {
  const { folder, seed, shuffle, reading } = options;
  try {
    const train = await openBuilderTable(network.data.train, folder, reading);
    if (!train) return invented(network, outputs, seed, []);
    const test = await openBuilderTable(network.data.test, folder, reading);
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
    return {
      split: await withTest(network, options, train, (other) => testedOn(network, outputs, options, other)),
      source: `builtin ${nameOf(valueOf(source.args.name)) ?? ""}`,
    };
  }
  return { split: await fromFiles(network, outputs, options, source), source: writtenPath(source) };
}

/** A source of files, and its test data: a share of it, or another source that is coded in the same way. */
async function fromFiles(network: Network, outputs: readonly OutputNeeds[], options: DataOptions, source: Call): Promise<Split> {
  const { folder, reading } = options;
  switch (source.name) {
    case "idx": {
      const train = await readIdx(network, outputs, source, folder);
      return withTest(network, options, train, (other) => testedOn(network, outputs, options, other));
    }
    case "images": {
      const train = await readImages(network, outputs, source, { folder, reading });
      return withTest(network, options, train, (other) =>
        readImages(network, outputs, other, { folder, reading, training: train.classes }),
      );
    }
    case "text": {
      const train = await readText(network, outputs, source, { folder });
      return withTest(network, options, train, (other) => readText(network, outputs, other, { folder, training: train.characters }));
    }
    default: {
      const files = await openTables(source, folder, reading);
      return withTest(network, options, readCsv(network, outputs, files), (other) => testedOn(network, outputs, options, other, files));
    }
  }
}

/**
 * Test data of its own.
 * @param training the training tables, from which the values of categorical columns are taken
 */
async function testedOn(
  network: Network,
  outputs: readonly OutputNeeds[],
  { folder, reading, seed }: DataOptions,
  source: Call,
  training?: CsvFiles,
): Promise<RawData> {
  switch (source.name) {
    case "builtin":
      return readBuiltin(network, outputs, source, seed, "test");
    case "idx":
      return readIdx(network, outputs, source, folder);
    case "images":
      return readImages(network, outputs, source, { folder, reading });
    case "text":
      return readText(network, outputs, source, { folder });
    default:
      return readCsv(network, outputs, await openTables(source, folder, reading), training);
  }
}

/** @param readOther reads a test source that is not generated */
async function withTest(
  network: Network,
  { seed, shuffle }: Pick<DataOptions, "seed" | "shuffle">,
  train: RawData,
  readOther: (source: Call) => Promise<RawData>,
): Promise<Split> {
  const { test } = network.data;
  if (!isKnown(test)) return { train, test: null };
  if (test.value.name === "split") {
    const fraction = shareIn(test);
    if (fraction === undefined)
      throw new DataError("`split` takes a share of the data for the test.", "Write a number between 0 and 1: split(0.2).");
    return splitOff(train, fraction, seed, !shuffle);
  }
  return { train, test: await readOther(test.value) };
}

/** What messages and reports call a source of files. */
function writtenPath({ name, args }: Call): string {
  return nameOf(valueOf(args.path ?? args.images)) ?? name;
}
