import type { Arguments, Value } from "../model/value.js";
import { isCall, type Call } from "../model/value.js";
import { isKnown, type Setting } from "../model/setting.js";
import type { TrainSettings, WeightDecay } from "../model/network.js";
import type { WrittenNetwork } from "../model/written.js";
import { atLeast, isOldApi } from "../facts/versions.js";
import { byDefault, isBoolean, isNumber, isString, typed, unknownAt } from "./make-setting.js";
import { withoutReplaced } from "./replaced-penalties.js";
import { resolveUpdater } from "./updater-settings.js";

/** The settings of the run in force. Defaults: `NeuralNetConfiguration.Builder` and `MultiLayerConfiguration.Builder` by version. */
export function resolveTrain(written: WrittenNetwork): TrainSettings {
  const { data, framework, notation } = written;
  const train = withoutReplaced(written, written.train);
  const { version } = framework;
  const isNnet = notation === "nnet";
  const number = (key: string, usual: number) => numberOr(train, key, usual);
  const word = (key: string, usual: string) => (train[key] ? typed(train[key], isString) : byDefault(usual, `train.${key}`));
  const updater = resolveUpdater({ base: "train", own: train, version });
  return {
    seed: train.seed ? typed(train.seed, isNumber) : unknownAt("train.seed"),
    epochs: train.epochs ? typed(train.epochs, isNumber) : isNnet ? byDefault(1, "train.epochs") : unknownAt("train.epochs"),
    ...optional("iterations", iterationsOf(train, version, isNnet)),
    batchSize: batchSizeOf(data, isNnet),
    optimizationAlgo: word("optimizationAlgo", atLeast(version, "0.4.0") ? "STOCHASTIC_GRADIENT_DESCENT" : "CONJUGATE_GRADIENT"),
    updater,
    ...optional("biasUpdater", train.biasUpdater && resolveUpdater({ base: "train", own: train, version }, "biasUpdater")),
    l1: number("l1", 0),
    l2: number("l2", 0),
    l1Bias: number("l1Bias", 0),
    l2Bias: number("l2Bias", 0),
    weightDecay: weightDecayOf(train.weightDecay, "train.weightDecay"),
    weightDecayBias: weightDecayOf(train.weightDecayBias, "train.weightDecayBias"),
    ...optional("regularization", regularizationOf(train, version)),
    miniBatch: train.miniBatch ? typed(train.miniBatch, isBoolean) : byDefault(true, "train.miniBatch"),
    ...optional("dropConnect", dropConnectOf(written)),
    gradientNormalization: word("gradientNormalization", "None"),
    gradientNormalizationThreshold: number("gradientNormalizationThreshold", 1),
    backpropType: word("backpropType", "Standard"),
    tbpttForward: number("tbpttForward", 20),
    tbpttBackward: number("tbpttBackward", 20),
    pretrain: pretrainOf(written),
    ...optional("earlyStopping", train.earlyStopping && typed(train.earlyStopping, isCallValue)),
    ...optional("distributed", train.distributed && typed(train.distributed, isCallValue)),
    isTrained: isNnet || (isKnown(train.trained) && train.trained.value === true),
  };
}

/** The record with the key where there is a value; an absent setting is left out, not `undefined`. */
export function optional<Key extends string, T>(key: Key, value: T | undefined): Partial<Record<Key, T>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, T>>);
}

const isCallValue = (value: unknown): value is Call => isCall(value as Value);

function numberOr(own: Arguments, key: string, usual: number): Setting<number> {
  const setting = own[key];
  return setting ? typed(setting, isNumber) : byDefault(usual, `train.${key}`);
}

function iterationsOf(train: Arguments, version: string, isNnet: boolean): Setting<number> | undefined {
  if (train.iterations) return typed(train.iterations, isNumber);
  if (isOldApi(version)) return byDefault(atLeast(version, "0.6.0") ? 1 : 5, "train.iterations");
  return isNnet ? byDefault(1, "train.iterations") : undefined;
}

function batchSizeOf(data: Arguments, isNnet: boolean): Setting<number> {
  const path = "train.batchSize";
  if (data.batchSize) return typed(data.batchSize, isNumber, path);
  return isNnet ? byDefault(32, path, "data.batchSize") : unknownAt(path, "data.batchSize");
}

/** A number, or `WeightDecay` with its flag. */
export function weightDecayOf(setting: Setting<Value> | undefined, path: string): Setting<number | WeightDecay> {
  if (!setting) return byDefault(0, path);
  if (!isKnown(setting) || !isCall(setting.value)) return typed(setting, isNumber, path);
  const { coefficient, applyLR } = setting.value.args;
  if (!isKnown(coefficient) || typeof coefficient.value !== "number" || (applyLR && !isKnown(applyLR)))
    return unknownAt(path, setting.address);
  return { ...setting, path, value: { coefficient: coefficient.value, applyLR: applyLR?.value !== false } };
}

function regularizationOf(train: Arguments, version: string): Setting<boolean> | undefined {
  if (train.regularization) return typed(train.regularization, isBoolean);
  return isOldApi(version) ? byDefault(false, "train.regularization") : undefined;
}

/** Up to 0.9.1 `useDropConnect(true)` turns the dropOut value into the probability of keeping a weight. */
function dropConnectOf({ train, defaults }: WrittenNetwork): Setting<number> | undefined {
  if (train.dropConnect) return typed(train.dropConnect, isNumber);
  if (!isKnown(train.useDropConnect) || train.useDropConnect.value !== true || !defaults.dropOut) return undefined;
  return typed(defaults.dropOut, isNumber, "train.dropConnect");
}

/** `MultiLayerConfiguration.Builder.pretrain`: on by default up to 0.6.0, gone from beta4 on; graphs never pretrain by default. */
function pretrainOf({ train, framework, kind, notation }: WrittenNetwork): Setting<boolean | number> {
  const isPretrain = (value: unknown): value is boolean | number => isBoolean(value) || isNumber(value);
  // from 1.0 on a fit pretrains nothing: what counts are the calls
  if (train.pretrainCalls && !isOldApi(framework.version)) return typed(train.pretrainCalls, isPretrain, "train.pretrain");
  if (train.pretrain) return typed(train.pretrain, isPretrain);
  return byDefault(notation !== "nnet" && kind === "layers" && !atLeast(framework.version, "0.7.0"), "train.pretrain");
}
