import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { isCall } from "../../../model/value.js";
import type { FoundNetwork } from "../networks/find-networks.js";
import type { Expression } from "../program/expression.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { readEarlyStopping } from "./early-stopping.js";
import { findTest } from "./find-test.js";
import { handMadeIterators } from "./iterator-classes.js";
import type { Provenance } from "./provenance.js";
import { provenanceOf } from "./provenance.js";
import type { ReadIterator } from "./read-iterator.js";
import { readIterator } from "./read-iterator.js";
import { isUntouched } from "./untouched.js";
import type { Scalers, ScalerUse } from "./scalers.js";
import { findScalers, scalingOf } from "./scalers.js";
import { epochsOf, fitsOf } from "./training.js";

type Settings = Record<string, Setting<Value>>;

/** What a file says about a network's data and how long it is trained. */
export interface ReadData {
  readonly train: Settings;
  readonly data: Settings;
  /** The iterator's constructor name. */
  readonly anchor: Range | null;
}

/** Reads the data around a network: iterators, scalers, epochs. What is ambiguous is left out or unknown. */
export function readData(found: FoundNetwork, isOnly: boolean, recorder: Recorder): ReadData {
  const fits = fitsOf(found, isOnly, recorder);
  const [fit] = fits;
  if (!fit) return { train: {}, data: {}, anchor: null };
  const trained = settingOf({ value: true }, fit.call.nameRange, "train.trained");
  const stopping = isOnly ? readEarlyStopping(recorder) : undefined;
  const sources = [...new Set(fits.map((one) => one.data))].map((data) => data && provenanceOf(data, recorder));
  const [source] = sources;
  const isAmbiguous = sources.some((one) => one?.source?.typeRange.start !== source?.source?.typeRange.start);
  const trainer = stopping?.trainingData ? provenanceOf(stopping.trainingData, recorder) : undefined;
  const from = fit.isTrainer ? trainer : isAmbiguous ? undefined : (source ?? undefined);
  const repeated = from && repetitions(from, recorder);
  const epochs = epochsOf(fits, repeated, recorder);
  const train: Settings = { trained, ...(epochs && { epochs }), ...(stopping && { earlyStopping: stopping.setting }) };
  recorder.entries.push({
    address: "train.epochs",
    range: fit.call.linkRange,
    nameRange: fit.call.nameRange,
    valueRange: epochs?.range ?? null,
  });
  if (!from) return { train, data: {}, anchor: null };
  return { train, ...dataOf(from, isOnly, recorder) };
}

/** `new MultipleEpochsIterator(n, iter)` around the iterator. */
function repetitions({ wrappers }: Provenance, recorder: Recorder): Setting<Value> | undefined {
  const repeating = wrappers.find((one) => one.type === "MultipleEpochsIterator");
  const count = repeating?.made?.args.find((argument) => typeof recorder.plain(argument).value === "number");
  return count && settingOf(recorder.plain(count), count.range, "train.epochs");
}

function dataOf(from: Provenance, isOnly: boolean, recorder: Recorder): { data: Settings; anchor: Range | null } {
  const { source } = from;
  const read = source && readIterator(source, "data.train", recorder);
  if (!read) return { data: handMade(from, recorder), anchor: null };
  const data: Settings = { train: wholeSet(read, from) };
  if (read.batchSize) data.batchSize = innerBatch(from, recorder) ?? read.batchSize;
  if (read.label) data.label = read.label;
  if (read.labels) data.labels = read.labels;
  const scalers = findScalers(recorder);
  const scaling = scalingFor(from, read, scalers, recorder);
  data.normalize = scaling?.setting ?? notScaled("data.normalize");
  if (isOnly) {
    const test = findTest(from, recorder);
    Object.assign(data, testData(from, test, scaling, scalers, recorder));
    data.normalize = withFit(data.normalize, scaling?.use, from, test, scalers);
  }
  return { data, anchor: source.typeRange };
}

/** A `ListDataSetIterator(…, batch)` around the data says the minibatch. */
function innerBatch({ wrappers }: Provenance, recorder: Recorder): Setting<Value> | undefined {
  const listed = wrappers.find((one) => handMadeIterators.has(one.type));
  const batch = listed?.made?.args[1];
  return batch && settingOf(recorder.plain(batch), batch.range, "data.batchSize");
}

/** `fit(iterator.next())`: one minibatch is all that is trained on. */
function wholeSet(read: ReadIterator, { calls }: Provenance): Setting<Value> {
  const { iterator, batchSize } = read;
  const isWhole = calls.some((call) => call.name === "splitTestAndTrain" || call.name === "getTrain");
  if (!isWhole || !isCall(iterator.value) || iterator.value.args.examples !== undefined || typeof batchSize?.value !== "number")
    return iterator;
  return { ...iterator, origin: "explicit", value: { ...iterator.value, args: { ...iterator.value.args, examples: batchSize } } };
}

/** A `DataSet` that the program fills itself. */
function handMade({ through, source }: Provenance, recorder: Recorder): Settings {
  const [variable] = through;
  const made = source && (source.type === "DataSet" || source.type === "MultiDataSet" || handMadeIterators.has(source.type));
  const isDataSet = variable !== undefined && /^(DataSet|MultiDataSet|INDArray|List<DataSet>)$/.test(variable.type) && !source;
  if (!made && !isDataSet) return {};
  const range = source?.typeRange ?? variable?.nameRange;
  if (!range) return {};
  const said = settingOf({ value: true }, range, "data.train");
  const name = settingOf({ value: source?.type ?? "DataSet" }, range, "data.train");
  recorder.argument("data.train", range, range);
  return { train: settingOf({ value: { name: "iterator", args: { class: name, handMade: said } } }, range, "data.train") };
}

interface Scaling {
  readonly setting: Setting<Value>;
  readonly use: ScalerUse | undefined;
}

/** How data on its way is scaled; `undefined` when surely nothing scales it. */
function scalingFor(from: Provenance, read: ReadIterator, scalers: Scalers, recorder: Recorder): Scaling | undefined {
  const use = scalers.uses.find(({ target }) => from.through.includes(target));
  if (use) return { setting: scalingOf(use, "data.normalize", recorder), use };
  const isIteratorOfReader = read.readerClass !== undefined;
  const couldScale =
    scalers.isUnclear ||
    !isUntouched(from, recorder) ||
    (!isIteratorOfReader && isCall(read.iterator.value) && read.iterator.value.args.scaled === undefined);
  if (!couldScale) return undefined;
  return { setting: settingOf({ value: undefined }, from.source?.typeRange ?? { start: 0, end: 0 }, "data.normalize"), use: undefined };
}

/** The iterator or part of the data that the network is tested on, and how it is scaled. */
function testData(
  train: Provenance,
  test: Provenance | undefined,
  scaling: Scaling | undefined,
  scalers: Scalers,
  recorder: Recorder,
): Settings {
  const split = train.calls.find((call) => call.name === "splitTestAndTrain") ?? null;
  if (split) return { ...splitOf(split.args[0], recorder), ...(test && testScaling(test, scaling, scalers, recorder)) };
  const read = test?.source && readIterator(test.source, "data.test", recorder);
  if (!test || !read) return {};
  return { test: read.iterator, ...testScaling(test, scaling, scalers, recorder, read) };
}

/** `splitTestAndTrain(0.65)`: the part that is left for the test. */
function splitOf(share: Expression | undefined, recorder: Recorder): Settings {
  if (!share) return {};
  const { value } = recorder.plain(share);
  const fraction = typeof value === "number" && value > 0 && value < 1 ? Number((1 - value).toPrecision(12)) : undefined;
  const args = { fraction: settingOf({ value: fraction }, share.range, "data.test.fraction") };
  return { test: settingOf({ value: { name: "split", args } }, share.range, "data.test") };
}

/** Written only where the test data is not scaled by the training data's own scaler. */
function testScaling(test: Provenance, scaling: Scaling | undefined, scalers: Scalers, recorder: Recorder, read?: ReadIterator): Settings {
  const use = scalers.uses.find(({ target }) => test.through.includes(target));
  const address = "data.testNormalize";
  if (use) return use.object === scaling?.use?.object ? {} : { testNormalize: scalingOf(use, address, recorder) };
  if (scaling?.use === undefined) return {};
  const isClear = !scalers.isUnclear && isUntouched(test, recorder) && (read === undefined || read.readerClass !== undefined);
  return {
    testNormalize: isClear ? notScaled(address) : settingOf({ value: undefined }, test.source?.typeRange ?? { start: 0, end: 0 }, address),
  };
}

/** What the whole file says, and no text in particular. */
function notScaled(address: string): Setting<Value> {
  return { value: { name: "none", args: {} }, origin: "explicit", range: null, path: address, address };
}

/** Adds what the scaler was fitted on: `train`, `test`, or `all` the data before it is split. */
function withFit(
  setting: Setting<Value>,
  use: ScalerUse | undefined,
  train: Provenance,
  test: Provenance | undefined,
  scalers: Scalers,
): Setting<Value> {
  const fit = scalers.fits.find(({ object }) => object === use?.object);
  const [on] = fit?.call.args ?? [];
  if (!fit || !on || !isCall(setting.value)) return setting;
  const isWhole = train.calls.length > 0 && test !== undefined && train.through.includes(fit.target) && test.through.includes(fit.target);
  const data = isWhole
    ? "all"
    : train.through.includes(fit.target)
      ? "train"
      : test?.through.includes(fit.target) === true
        ? "test"
        : undefined;
  const fittedOn = settingOf({ value: data }, on.range, `${setting.address}.fittedOn`);
  return { ...setting, origin: "explicit", value: { ...setting.value, args: { ...setting.value.args, fittedOn } } };
}
