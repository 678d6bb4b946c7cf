import type { WantedInput } from "../facts/layers.js";
import type { Shape } from "../model/network.js";
import { valueOf } from "../model/setting.js";
import { isCall, nameOf, type Value } from "../model/value.js";
import { sizeOf } from "./shapes.js";

/** Every value of one example in a row. */
function flattened(shape: Shape): Shape {
  if (shape.kind === "feedForward") return shape;
  if (shape.kind === "recurrent") return { kind: "feedForward", size: shape.size, steps: shape.steps };
  return { kind: "feedForward", size: sizeOf(shape) };
}

/** One series; its number of steps stays open where what comes in has none. Of volumes Deeplearning4j makes none. */
function asSeries(shape: Shape): Shape | undefined {
  if (shape.kind === "recurrent") return shape;
  if (shape.kind === "convolutional3D") return undefined;
  return { kind: "recurrent", size: sizeOf(shape), steps: shape.kind === "feedForward" ? (shape.steps ?? null) : null };
}

function asImage(shape: Shape): Shape | undefined {
  if (shape.kind === "convolutionalFlat") return { ...shape, kind: "convolutional" };
  return shape.kind === "convolutional" ? shape : undefined;
}

/**
 * What a layer gets after the preprocessor that Deeplearning4j inserts (`InputTypeUtil`, `FeedForwardLayer.getPreProcessorForInputType`, …).
 * @returns `undefined` where none is inserted and the layer cannot take the input as it is
 */
export function preprocessed(shape: Shape, wanted: WantedInput): Shape | undefined {
  switch (wanted) {
    case "any":
      return shape;
    case "feedForward":
      return flattened(shape);
    case "recurrent":
      return asSeries(shape);
    case "convolutional":
      return asImage(shape);
    case "volume":
      return shape.kind === "convolutional3D" ? shape : undefined;
  }
}

const rearranging: ReadonlySet<string> = new Set([
  ...["CnnToFeedForwardPreProcessor", "RnnToFeedForwardPreProcessor", "FeedForwardToRnnPreProcessor"],
  ...["CnnToRnnPreProcessor", "FeedForwardToCnnPreProcessor", "RnnToCnnPreProcessor", "Cnn3DToFeedForwardPreProcessor"],
]);

/** Whether a preprocessor of this class only arranges what comes in anew, as `throughPreprocessor` knows. */
export function isRearranging(name: string): boolean {
  return rearranging.has(name);
}

/**
 * What a preprocessor that is set by hand gives (`InputPreProcessor.getOutputType`).
 * @param preprocessor its class, alone or as a call with `height`, `width`, `channels`
 * @returns `undefined` where its sizes, or what comes in, are unknown
 */
export function throughPreprocessor(preprocessor: Value | undefined, shape: Shape | undefined): Shape | undefined {
  switch (nameOf(preprocessor)) {
    case "CnnToFeedForwardPreProcessor":
    case "Cnn3DToFeedForwardPreProcessor":
    case "RnnToFeedForwardPreProcessor":
      return shape && flattened(shape);
    case "FeedForwardToRnnPreProcessor":
    case "CnnToRnnPreProcessor":
      return shape && asSeries(shape);
    case "FeedForwardToCnnPreProcessor":
    case "RnnToCnnPreProcessor":
      return imageOfCall(preprocessor) ?? (shape && asImage(shape));
    default:
      return undefined;
  }
}

function imageOfCall(preprocessor: Value | undefined): Shape | undefined {
  if (!isCall(preprocessor)) return undefined;
  const { args } = preprocessor;
  const [height, width, channels] = [valueOf(args.height), valueOf(args.width), valueOf(args.channels)];
  if (typeof height !== "number" || typeof width !== "number" || typeof channels !== "number") return undefined;
  return { kind: "convolutional", channels, height, width };
}
