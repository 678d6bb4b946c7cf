import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { FoundNetwork } from "../networks/find-networks.js";
import { declarationFor } from "../program/evaluate.js";
import type { Expression } from "../program/expression.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { readDistributed } from "./distributed.js";
import { readEarlyStopping } from "./early-stopping.js";
import { epochsOf } from "./epochs.js";
import { isInLoop, withExamples } from "./examples.js";
import { findTest, type TestData } from "./find-test.js";
import { iteratorClass } from "./iterator-classes.js";
import { classNameOf, isSameObject } from "./objects.js";
import type { Provenance } from "./provenance.js";
import { readIterator } from "./read-iterator.js";
import { findScalers } from "./scalers.js";
import { readScaling } from "./scaling.js";
import type { Fit, Uses } from "./training.js";
import { usesOf } from "./training.js";

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
  const uses = usesOf(found, isOnly, recorder);
  const { fits } = uses;
  const [fit] = fits;
  if (!fit) return { train: gradientChecks(found, recorder), data: {}, anchor: null };
  const trained = settingOf({ value: true }, fit.call.nameRange, "train.trained");
  const stopping = readEarlyStopping(fits, isOnly, recorder);
  const distributed = readDistributed(fits, recorder);
  const epochs = epochsOf(fits, recorder);
  const pretrained = pretrainingOf(uses, recorder);
  const train: Settings = {
    trained,
    ...(epochs && { epochs }),
    ...(pretrained && { pretrainCalls: pretrained }),
    ...(stopping && { earlyStopping: stopping }),
    ...(distributed && { distributed: distributed.setting }),
  };
  recorder.entries.push({
    address: "train.epochs",
    range: fit.call.linkRange,
    nameRange: fit.call.nameRange,
    valueRange: epochs?.range ?? null,
  });
  const last = fit.data.chain.at(-1);
  const isOneSource = fits.every(({ data: { chain } }) => {
    const other = chain.at(-1);
    return other === last || (last !== undefined && other !== undefined && isSameObject(other, last));
  });
  const { data, anchor } = isOneSource ? dataOf(fit, uses, isOnly, recorder) : { data: {}, anchor: null };
  return { train, data: { ...data, ...(distributed?.batchSize && { batchSize: distributed.batchSize }) }, anchor };
}

/** How often `pretrain(iter)` goes through the data; unknown where layers are pretrained one by one. */
function pretrainingOf({ pretrains, pretrainsLayers, fits }: Uses, recorder: Recorder): Setting<Value> | undefined {
  const [fit] = fits;
  if (pretrainsLayers && fit) return settingOf({ value: undefined }, fit.call.nameRange, "train.pretrainCalls");
  return epochsOf(pretrains, recorder, "train.pretrainCalls");
}

/** A network that is not trained, whose gradients are compared with finite differences, has settings made for that. */
function gradientChecks({ sequence }: FoundNetwork, { scope }: Recorder): Settings {
  if (!/\bGradientCheckUtil\b|\bcheckGradients\w*\(/.test(scope.program.text)) return {};
  return { gradientChecked: settingOf({ value: true }, sequence.typeRange, "train.gradientChecked") };
}

function dataOf(fit: Fit, uses: Uses, isOnly: boolean, recorder: Recorder): { data: Settings; anchor: Range | null } {
  const { source } = fit.data;
  const read = source && readIterator(source, "data.train", recorder);
  if (!read) return { data: handMade(fit, recorder), anchor: null };
  const data: Settings = { train: withExamples(read, fit, recorder) };
  const batchSize = innerBatch(fit.data, recorder) ?? read.batchSize;
  if (batchSize) data.batchSize = batchSize;
  if (read.label) data.label = read.label;
  if (read.labels) data.labels = read.labels;
  if (isOwnTarget(fit) || fit.data.wrappers.some((one) => iteratorClass(classNameOf(one))?.reconstructs === true))
    data.label = settingOf({ value: "features" }, source.typeRange, "data.label");
  const test = findTest(fit.data, uses, isOnly, recorder);
  const { settings, readers } = testData(fit.data, test, recorder);
  Object.assign(data, settings);
  Object.assign(data, readScaling(fit.data, fit.deed, test, { train: read.readers, test: readers }, findScalers(recorder), recorder));
  return { data, anchor: source.typeRange };
}

/** `fit(features, features)`, `fit(new DataSet(features, features))`: the network is to give back what it takes. */
function isOwnTarget({ call, data }: Fit): boolean {
  const pairs = [call.args, ...data.chain.flatMap(({ type, made }) => (type === "DataSet" && made ? [made.args] : []))];
  return pairs.some(([features, labels]) => features?.kind === "name" && labels?.kind === "name" && features.name === labels.name);
}

/** A `ListDataSetIterator(…, batch)` around the data says the minibatch. */
function innerBatch({ wrappers }: Provenance, recorder: Recorder): Setting<Value> | undefined {
  const listed = wrappers.find((one) => iteratorClass(classNameOf(one))?.handMade === true);
  return listed && readIterator(listed, "data.train", recorder)?.batchSize;
}

/** The iterator or part of the data that the network is tested on. */
function testData(
  train: Provenance,
  test: TestData | undefined,
  recorder: Recorder,
): { settings: Settings; readers: readonly string[] | undefined } {
  const split = train.calls.find((call) => call.name === "splitTestAndTrain");
  if (split) return { settings: splitOf(split.args[0], recorder), readers: undefined };
  const read = test?.source && readIterator(test.source, "data.test", recorder);
  return read ? { settings: { test: read.iterator }, readers: read.readers } : { settings: {}, readers: [] };
}

/** `splitTestAndTrain(0.65)`: the part that is left for the test. */
function splitOf(share: Expression | undefined, recorder: Recorder): Settings {
  if (!share) return {};
  const { value } = recorder.plain(share);
  const fraction = typeof value === "number" && value > 0 && value < 1 ? Number((1 - value).toPrecision(12)) : undefined;
  const args = { fraction: settingOf({ value: fraction }, share.range, "data.test.fraction") };
  return { test: settingOf({ value: { name: "split", args } }, share.range, "data.test") };
}

/** Data that the program fills itself: a `DataSet`, a list of them, `fit(features, labels)`. */
function handMade(fit: Fit, recorder: Recorder): Settings {
  const made = handMadeClass(fit, recorder);
  if (!made) return {};
  const said = settingOf({ value: true }, made.range, "data.train");
  const name = settingOf({ value: made.name }, made.range, "data.train");
  recorder.argument("data.train", made.range, made.range);
  return { train: settingOf({ value: { name: "iterator", args: { class: name, handMade: said } } }, made.range, "data.train") };
}

function handMadeClass({ data, call, network }: Fit, recorder: Recorder): { readonly name: string; readonly range: Range } | undefined {
  const last = data.chain.at(-1);
  // what is taken or filled in every round is one minibatch of many
  if (data.chain.some((one) => isInLoop(one.born, network.born))) return undefined;
  if (last) return /^(DataSet|MultiDataSet)$/.test(last.type) ? { name: last.type, range: last.typeRange } : undefined;
  const [features, labels] = call.args;
  const declaration = features && declarationFor(features, recorder.scope);
  const isArray = labels !== undefined && declaration?.type === "INDArray" && declaration.regions.every(({ kind }) => kind !== "loop");
  return isArray ? { name: "DataSet", range: declaration.nameRange } : undefined;
}
