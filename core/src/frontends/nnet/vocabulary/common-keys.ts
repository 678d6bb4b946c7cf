import type { Key, Shape, Word } from "./shapes.js";
import { activation } from "./activations.js";
import { boolean, constants, either, integer, notNegative, number, required, words } from "./shapes.js";
import { updater } from "./updaters.js";
import { weightInit } from "./weight-inits.js";

/** The probability of keeping, said in one of two ways; a bare number would leave open which. */
export const retention = words("a dropout", [
  { word: "keep", value: null, bare: "never", unnamed: "all", parameters: required(number, "p") },
  { word: "drop", value: null, bare: "never", unnamed: "all", parameters: required(number, "p"), complement: true },
]);

export const convolutionMode = words(
  "a convolution mode",
  constants({ truncate: "Truncate", same: "Same", strict: "Strict", causal: "Causal" }),
);

const decay: Shape = either(
  notNegative,
  words("a weight decay", [
    {
      word: "decay",
      value: "WeightDecay",
      unnamed: "first",
      bare: "never",
      parameters: [
        { name: "coefficient", shape: notNegative, required: true },
        { name: "applyLR", shape: boolean },
      ],
    },
  ]),
);

function clipping(word: string, value: string): Word {
  return {
    word,
    value,
    unnamed: "all",
    parameters: [{ name: "threshold", shape: { type: "number", decimal: true }, setting: "gradientNormalizationThreshold" }],
  };
}

const gradientNormalization = words("a gradient normalization", [
  ...constants({
    none: "None",
    renormalizeL2PerLayer: "RenormalizeL2PerLayer",
    renormalizeL2PerParamType: "RenormalizeL2PerParamType",
  }),
  clipping("clipElementWiseAbsoluteValue", "ClipElementWiseAbsoluteValue"),
  clipping("clipL2PerLayer", "ClipL2PerLayer"),
  clipping("clipL2PerParamType", "ClipL2PerParamType"),
]);

/** What `defaults` may say for all layers. */
export const inheritedKeys: readonly Key[] = [
  { key: "activation", shape: activation },
  { key: "weightInit", shape: weightInit },
  { key: "biasInit", shape: number },
  { key: "dropOut", shape: retention },
];

/** What both `train` and a layer may say. */
export const optimizationKeys: readonly Key[] = [
  { key: "updater", shape: updater },
  { key: "biasUpdater", shape: updater },
  { key: "l1", shape: notNegative },
  { key: "l2", shape: notNegative },
  { key: "weightDecay", shape: decay },
  { key: "l1Bias", shape: notNegative },
  { key: "l2Bias", shape: notNegative },
  { key: "weightDecayBias", shape: decay },
  { key: "dropConnect", shape: retention },
  { key: "gradientNormalization", shape: gradientNormalization },
];

export const sizeKeys: readonly Key[] = [
  { key: "nIn", shape: integer },
  { key: "nOut", shape: integer },
];

export const hasBias: Key = { key: "hasBias", shape: boolean };
