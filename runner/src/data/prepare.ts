import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf, type Setting } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import { mapTensors, subset, type Dataset, type Tensor } from "./dataset.js";
import { DataError } from "./data-error.js";
import { fitFeatures, fitLabels } from "./fit-shapes.js";
import type { OutputNeeds } from "./outputs.js";
import { Random } from "./random.js";
import type { RawData } from "./raw-data.js";
import { applyScaler, fitScaler } from "./scaling.js";

/** Training and test examples. */
export interface Split {
  readonly train: RawData;
  readonly test: RawData | null;
}

/**
 * Holds back a share of the examples for the test: the last ones after shuffling; those of sequences as they stand.
 * @param keepOrder the training examples stay in the order of the file
 */
export function splitOff(data: RawData, fraction: number, seed: number, keepOrder: boolean): Split {
  const { count } = data.dataset;
  const held = Math.min(count - 1, Math.max(1, Math.round(count * fraction)));
  if (count < 2)
    throw new DataError(`split(${fraction}) of ${count} example leaves nothing to train on.`, "Give more examples, or no test data.");
  const order = data.isSequence ? Array.from({ length: count }, (_, index) => index) : new Random(seed).permutation(count);
  const kept = order.slice(0, count - held);
  if (keepOrder) kept.sort((a, b) => a - b);
  return {
    train: { ...data, dataset: subset(data.dataset, kept) },
    test: { ...data, dataset: subset(data.dataset, order.slice(count - held)) },
  };
}

/** Scales features and labels as the text says: fitted on the training data only, unless `testNormalize` has the test data scaled by itself. */
export function scale({ train, test }: Split, { data }: Network): void {
  const { features, featuresMask } = train.dataset;
  const normalize = known(data.normalize);
  const testNormalize = known(data.testNormalize);
  for (const [name, tensor] of Object.entries(features)) {
    const isScaled = (feature: number) => train.oneHot[name]?.[feature] !== true;
    const tested = test?.dataset.features[name];
    const scaler = normalize && fitScaler(normalize, tensor, isScaled, featuresMask?.[name]);
    const testScaler = tested && testNormalize ? fitScaler(testNormalize, tested, isScaled, test.dataset.featuresMask?.[name]) : scaler;
    if (scaler) applyScaler(scaler, tensor, featuresMask?.[name]);
    if (testScaler && tested) applyScaler(testScaler, tested, test.dataset.featuresMask?.[name]);
  }
  const normalizeLabels = known(data.normalizeLabels);
  if (!normalizeLabels) return;
  for (const [name, tensor] of Object.entries(train.dataset.labels)) {
    if (train.kinds[name] !== "real") continue;
    const scaler = fitScaler(normalizeLabels, tensor);
    applyScaler(scaler, tensor);
    const tested = test?.dataset.labels[name];
    if (tested) applyScaler(scaler, tested);
  }
}

const known = (setting: Setting<Call> | undefined) => (isKnown(setting) ? setting.value : undefined);

/** The examples in the shapes that the network takes; outputs without labels of their own have the input as target. */
export function shapeFor({ inputs, data }: Network, outputs: readonly OutputNeeds[], { dataset, kinds }: RawData, source: string): Dataset {
  const features = Object.fromEntries(
    inputs.map((input) => [input.name, fitFeatures(dataset.features[input.name] ?? empty, input, source)] as const),
  );
  const [onlyInput] = Object.values(features);
  const labels = Object.fromEntries(
    outputs.map((output) => {
      const own = dataset.labels[output.name] ?? (data.label && onlyInput ? asTarget(onlyInput, output) : empty);
      return [output.name, fitLabels(own, output, kinds[output.name] === "index" && valueOf(data.label) !== "features")] as const;
    }),
  );
  return { ...dataset, features: mapTensors(features, (tensor) => tensor), labels };
}

const empty: Tensor = { shape: [0, 0], values: new Float64Array() };

/** The features as what the output is to give: an image as one row for a dense output. */
function asTarget(features: Tensor, { shape }: OutputNeeds): Tensor {
  const [count = 0, ...rest] = features.shape;
  if (shape.kind !== "feedForward" || shape.steps !== undefined || rest.length < 2) return features;
  return { ...features, shape: [count, rest.reduce((product, size) => product * size, 1)] };
}
