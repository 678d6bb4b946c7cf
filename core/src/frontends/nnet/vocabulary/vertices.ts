import type { Shape } from "./shapes.js";
import { constants, integer, number, words } from "./shapes.js";

/** An argument of a vertex. */
export interface VertexParameter {
  /** As messages say it. */
  readonly name: string;
  /** The model's name, where it differs. */
  readonly key?: string;
  readonly shape: Shape;
}

/** A kind of vertex. Its arguments stand in parentheses, in this order. */
export interface VertexKind {
  readonly word: string;
  /** Deeplearning4j's class name. */
  readonly value: string;
  readonly parameters: readonly VertexParameter[];
  /** The only parameter takes all arguments: `reshape(7, 7, 8)`. */
  readonly variadic?: boolean;
}

const operation = words(
  "an operation",
  constants({ add: "Add", subtract: "Subtract", product: "Product", average: "Average", max: "Max" }),
);

const sizes = (["height", "width", "channels"] as const).map((name) => ({ name, shape: integer }));

/** `InputPreProcessor`s that take an array apart or put it together. */
const preprocessor = words(
  "a preprocessor",
  Object.entries({
    cnnToFeedForward: "CnnToFeedForwardPreProcessor",
    feedForwardToCnn: "FeedForwardToCnnPreProcessor",
    rnnToFeedForward: "RnnToFeedForwardPreProcessor",
    feedForwardToRnn: "FeedForwardToRnnPreProcessor",
    cnnToRnn: "CnnToRnnPreProcessor",
    rnnToCnn: "RnnToCnnPreProcessor",
  }).map(([word, value]) => (/cnn/iu.test(word) ? { word, value, positional: true, parameters: sizes } : { word, value })),
);

const reference: Shape = { type: "reference" };

export const vertexKinds: readonly VertexKind[] = [
  { word: "merge", value: "MergeVertex", parameters: [] },
  { word: "elementWise", value: "ElementWiseVertex", parameters: [{ name: "op", shape: operation }] },
  {
    word: "subset",
    value: "SubsetVertex",
    parameters: [
      { name: "from", key: "first", shape: integer },
      { name: "to", key: "last", shape: integer },
    ],
  },
  { word: "stack", value: "StackVertex", parameters: [] },
  {
    word: "unstack",
    value: "UnstackVertex",
    parameters: [
      { name: "index", key: "part", shape: integer },
      { name: "of", shape: integer },
    ],
  },
  { word: "lastTimeStep", value: "LastTimeStepVertex", parameters: [{ name: "input", shape: reference }] },
  { word: "duplicateToTimeSeries", value: "DuplicateToTimeSeriesVertex", parameters: [{ name: "input", shape: reference }] },
  { word: "reshape", value: "ReshapeVertex", parameters: [{ name: "shape", shape: integer }], variadic: true },
  { word: "scale", value: "ScaleVertex", parameters: [{ name: "factor", shape: number }] },
  { word: "shift", value: "ShiftVertex", parameters: [{ name: "shift", shape: number }] },
  { word: "l2Normalize", value: "L2NormalizeVertex", parameters: [] },
  { word: "preprocess", value: "PreprocessorVertex", parameters: [{ name: "preprocessor", shape: preprocessor }] },
];
