import type { Key, Shape, Word } from "./shapes.js";
import { convolutionMode, inheritedKeys, optimizationKeys } from "./common-keys.js";
import {
  atLeastOne,
  boolean,
  column,
  constants,
  either,
  integer,
  listOf,
  notNegative,
  number,
  optional,
  required,
  text,
  words,
} from "./shapes.js";

const separated = [{ name: "path", shape: text, required: true }, ...optional(boolean, "header"), ...optional(text, "delimiter")];

const builtinNames = ["moons", "circles", "saturn", "spirals", "xor", "linear", "blobs", "sine", "waves", "glyphs"];

const sources: readonly Word[] = [
  { word: "csv", value: "csv", bare: "never", unnamed: "first", parameters: separated },
  { word: "csvSequence", value: "csvSequence", bare: "never", unnamed: "first", parameters: separated },
  {
    word: "text",
    value: "text",
    bare: "never",
    unnamed: "first",
    parameters: [...required(text, "path"), ...optional(atLeastOne, "length")],
  },
  { word: "idx", value: "idx", bare: "never", parameters: required(text, "images", "labels") },
  {
    word: "images",
    value: "images",
    bare: "never",
    unnamed: "first",
    parameters: [...required(text, "path"), ...optional(atLeastOne, "height", "width", "channels")],
  },
  {
    word: "builtin",
    value: "builtin",
    bare: "never",
    unnamed: "first",
    parameters: [
      {
        name: "name",
        shape: { ...words("a built-in data set", constants(Object.fromEntries(builtinNames.map((name) => [name, name])))), quotable: true },
        required: true,
      },
      ...optional(atLeastOne, "examples"),
      ...optional(notNegative, "noise"),
    ],
  },
];

const fraction: Shape = { type: "number", min: 0, max: 1 };

const split: Word = { word: "split", value: "split", bare: "never", unnamed: "all", parameters: required(fraction, "fraction") };

const range = { bare: "call", positional: true, unnamed: "all", parameters: optional(number, "lo", "hi") } as const;

const normalizer = words("a normalization", [
  { word: "standardize", value: "standardize", bare: "call" },
  { word: "minMax", value: "minMax", ...range },
  { word: "imageScale", value: "imageScale", ...range },
  { word: "none", value: "none", bare: "call" },
]);

const labels = words("a kind of labels", [
  { word: "oneHot", value: "oneHot", bare: "call", unnamed: "all", parameters: optional(atLeastOne, "classes") },
  { word: "binary", value: "binary", bare: "call" },
  { word: "real", value: "real", bare: "call" },
  { word: "index", value: "index", bare: "call", unnamed: "all", parameters: optional(atLeastOne, "classes") },
]);

const columnOrColumns: Shape = either(column, listOf(column));
const target: Shape = either(columnOrColumns, words("a target", constants({ features: "features" })));

/** Where the data comes from and how it is prepared. */
export const dataKeys: readonly Key[] = [
  { key: "train", shape: words("a data source", sources) },
  { key: "test", shape: words("a data source", [...sources, split]) },
  { key: "features", shape: either(listOf(column), words("a choice of columns", constants({ all: "all" }))), byName: columnOrColumns },
  { key: "label", shape: target, byName: target },
  { key: "labels", shape: labels },
  { key: "labelAt", shape: words("a place of the label", constants({ each: "each", last: "last" })) },
  { key: "categorical", shape: listOf(column) },
  { key: "normalize", shape: normalizer },
  { key: "normalizeLabels", shape: normalizer },
  { key: "testNormalize", shape: normalizer },
  { key: "batchSize", shape: atLeastOne },
  { key: "shuffle", shape: boolean },
];

const optimizationAlgo = words(
  "an optimization algorithm",
  constants({
    stochasticGradientDescent: "STOCHASTIC_GRADIENT_DESCENT",
    lineGradientDescent: "LINE_GRADIENT_DESCENT",
    conjugateGradient: "CONJUGATE_GRADIENT",
    lbfgs: "LBFGS",
  }),
);

const backprop = words("a kind of back-propagation", [
  { word: "standard", value: "Standard" },
  {
    word: "truncated",
    value: "TruncatedBPTT",
    positional: true,
    sameForAll: true,
    parameters: [
      { name: "forward", shape: atLeastOne, setting: "tbpttForward" },
      { name: "backward", shape: atLeastOne, setting: "tbpttBackward" },
    ],
  },
]);

const passes = words("a number of passes", [
  { word: "passes", value: null, bare: "never", unnamed: "all", parameters: required(integer, "n") },
]);

const earlyStopping: readonly Key[] = [
  { key: "patience", shape: integer },
  { key: "maxEpochs", shape: integer },
  { key: "maxMinutes", shape: number },
  { key: "minImprovement", shape: number },
  { key: "score", shape: words("a score", constants({ testLoss: "testLoss", trainLoss: "trainLoss", accuracy: "accuracy" })) },
];

const distributed: readonly Key[] = [
  { key: "workers", shape: integer },
  { key: "averagingFrequency", shape: integer },
];

/** Keys that are only blocks have no other value. */
const onlyBlock: Shape = words("a block", []);

/** What concerns the whole run. */
export const trainKeys: readonly Key[] = [
  { key: "seed", shape: integer },
  { key: "epochs", shape: atLeastOne },
  { key: "iterations", shape: atLeastOne },
  { key: "optimizationAlgo", shape: optimizationAlgo },
  ...optimizationKeys,
  { key: "miniBatch", shape: boolean },
  { key: "backprop", setting: "backpropType", shape: backprop },
  { key: "pretrain", shape: either(boolean, passes) },
  { key: "earlyStopping", shape: onlyBlock, block: earlyStopping },
  { key: "distributed", shape: onlyBlock, block: distributed },
];

/** What layers take unless they say otherwise. */
export const defaultsKeys: readonly Key[] = [...inheritedKeys, { key: "convolutionMode", shape: convolutionMode }];

export const sectionKeys = { data: dataKeys, train: trainKeys, defaults: defaultsKeys } as const;

/** Deeplearning4j's `InputType`s. */
export const inputType = words("an input type", [
  {
    word: "vector",
    value: "feedForward",
    bare: "never",
    unnamed: "all",
    parameters: [{ name: "n", key: "size", shape: integer, required: true }],
  },
  {
    word: "sequence",
    value: "recurrent",
    bare: "never",
    positional: true,
    parameters: [
      { name: "features", key: "size", shape: integer, required: true },
      { name: "length", key: "steps", shape: integer },
    ],
  },
  { word: "image", value: "convolutional", bare: "never", positional: true, parameters: required(integer, "height", "width", "channels") },
  {
    word: "imageFlat",
    value: "convolutionalFlat",
    bare: "never",
    positional: true,
    parameters: required(integer, "height", "width", "channels"),
  },
]);
