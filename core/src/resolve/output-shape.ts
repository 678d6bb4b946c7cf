import type { Layer, Shape } from "../model/network.js";
import { isKnown, valueOf, type Setting } from "../model/setting.js";
import type { Value } from "../model/value.js";
import { preprocessed, throughPreprocessor } from "./preprocessors.js";
import { deconvolved, sizeOf, slidOver, type Sliding } from "./shapes.js";
import { layers } from "../facts/layers.js";
import { isNumberList } from "./make-setting.js";

/** A layer before its output is known. */
export type ShapedLayer = Pick<
  Layer,
  "kind" | "inputShape" | "nOut" | "kernel" | "stride" | "padding" | "dilation" | "mode" | "more" | "inner"
> & { readonly innerOutput?: Shape | undefined };

/** What a layer gives (`Layer.getOutputType`); `undefined` where that cannot be known. */
export function outputShapeOf(layer: ShapedLayer): Shape | undefined {
  const { kind, inputShape } = layer;
  const facts = layers[kind];
  if (!facts) return undefined;
  if (facts.category === "wrapper") return wrapped(layer);
  const nOut = valueOf(layer.nOut);
  if (facts.kernel === 2) return kind === "PrimaryCapsules" ? primaryCapsules(layer) : image(layer, nOut);
  if (facts.kernel === 1) return series(layer, nOut);
  if (facts.kernel === 3) return volume(layer, nOut);
  switch (facts.category) {
    case "pooling":
      return kind === "GlobalPoolingLayer" ? pooled(layer) : undefined;
    case "resizing":
      return resized(layer);
    case "attention":
      return attended(layer, nOut);
    case "feedForward":
    case "pretraining":
    case "embedding":
    case "recurrent":
    case "output":
      return nOut === undefined || kind === "OCNNOutputLayer" ? undefined : unitsOf(layer, nOut, facts.wants === "recurrent");
    case "loss":
    case "normalization":
    case "activation":
    case "dropout":
    case "mask":
      return inputShape;
    case "capsule":
      return capsules(layer);
    case "convolution":
      return undefined;
  }
}

/** `nOut` units for each example, or for each step. A row of indices is a sequence (`EmbeddingSequenceLayer`: `inferInputLength`). */
function unitsOf({ kind, inputShape }: ShapedLayer, nOut: number, isSeries: boolean): Shape {
  if (kind === "EmbeddingSequenceLayer" && inputShape?.kind === "feedForward" && inputShape.steps === undefined)
    return { kind: "recurrent", size: nOut, steps: inputShape.size };
  if (isSeries || kind === "EmbeddingSequenceLayer") return { kind: "recurrent", size: nOut, steps: stepsOf(inputShape) };
  const perStep = inputShape?.kind === "feedForward" && inputShape.steps !== undefined;
  return { kind: "feedForward", size: nOut, ...(perStep ? { steps: inputShape.steps } : {}) };
}

/** One value of each feature, over all steps or the whole image. */
function pooled({ inputShape, more }: ShapedLayer): Shape | undefined {
  if (!inputShape) return undefined;
  if (inputShape.kind !== "convolutional" && inputShape.kind !== "convolutional3D")
    return { kind: "feedForward", size: sizeOf(inputShape) };
  const { kind, channels } = inputShape;
  if (valueOf(more.collapseDimensions) !== false) return { kind: "feedForward", size: channels };
  return kind === "convolutional" ? { kind, channels, height: 1, width: 1 } : { kind, channels, depth: 1, height: 1, width: 1 };
}

/** Without projection attention gives as many features as it gets; learned queries decide the number of steps. */
function attended({ kind, inputShape, more }: ShapedLayer, nOut: number | undefined): Shape | undefined {
  const size = valueOf(more.projectInput) === false && kind !== "RecurrentAttentionLayer" ? inputShape && sizeOf(inputShape) : nOut;
  if (size === undefined) return undefined;
  if (kind !== "LearnedSelfAttentionLayer") return { kind: "recurrent", size, steps: stepsOf(inputShape) };
  const queries = valueOf(more.nQueries);
  return typeof queries === "number" ? { kind: "recurrent", size, steps: queries } : undefined;
}

function wrapped({ kind, inner, mode, innerOutput, inputShape }: ShapedLayer): Shape | undefined {
  if (!innerOutput || !inner) return undefined;
  if (kind === "LastTimeStep") return { kind: "feedForward", size: sizeOf(innerOutput) };
  if (kind === "TimeDistributed") return { kind: "recurrent", size: sizeOf(innerOutput), steps: stepsOf(inputShape) };
  if (kind !== "Bidirectional") return innerOutput;
  if (!isKnown(mode)) return undefined;
  const size = sizeOf(innerOutput) * (mode.value === "CONCAT" ? 2 : 1);
  return innerOutput.kind === "feedForward" ? { kind: "feedForward", size } : { kind: "recurrent", size, steps: stepsOf(inputShape) };
}

/** Capsules are features and their dimensions steps (`PrimaryCapsules.getOutputType`). */
function primaryCapsules(layer: ShapedLayer): Shape | undefined {
  const [dimensions, channels] = [valueOf(layer.more.capsuleDimensions), valueOf(layer.more.channels)];
  if (typeof dimensions !== "number" || typeof channels !== "number") return undefined;
  const maps = image(layer, dimensions * channels);
  return maps && { kind: "recurrent", size: Math.floor(sizeOf(maps) / dimensions), steps: dimensions };
}

/** Of a layer of capsules, or their lengths. */
function capsules({ kind, inputShape, more }: ShapedLayer): Shape | undefined {
  if (kind === "CapsuleStrengthLayer") return inputShape?.kind === "recurrent" ? { kind: "feedForward", size: inputShape.size } : undefined;
  const [count, dimensions] = [valueOf(more.capsules), valueOf(more.capsuleDimensions)];
  return typeof count === "number" && typeof dimensions === "number" ? { kind: "recurrent", size: count, steps: dimensions } : undefined;
}

function stepsOf(shape: Shape | undefined): number | null {
  if (shape?.kind === "recurrent") return shape.steps;
  return shape?.kind === "feedForward" ? (shape.steps ?? null) : null;
}

/** The sliding of one dimension; `undefined` when one of its numbers is unknown. */
function sliding({ kernel, stride, padding, dilation, mode }: ShapedLayer, dimension: number): Sliding | undefined {
  const at = (list: readonly number[] | undefined) => list?.[dimension] ?? list?.[0];
  const [size, step, spacing, how] = [at(valueOf(kernel)), at(valueOf(stride)), at(valueOf(dilation)), valueOf(mode)];
  const total = totalPadding(valueOf(padding), dimension);
  if (size === undefined || step === undefined || total === undefined || how === undefined) return undefined;
  return { kernel: size, stride: step, padding: total, dilation: spacing ?? 1, mode: how };
}

/** Both ends together: `[h, w]` and `[d, h, w]` count twice; `[top, bottom, left, right]`, and six numbers of a volume, add up. */
function totalPadding(padding: readonly number[] | undefined, dimension: number): number | undefined {
  if (!padding) return undefined;
  if (padding.length === 4 || padding.length === 6) return (padding[dimension * 2] ?? 0) + (padding[dimension * 2 + 1] ?? 0);
  return 2 * (padding[dimension] ?? padding[0] ?? 0);
}

function image(layer: ShapedLayer, nOut: number | undefined): Shape | undefined {
  const input = layer.inputShape;
  const [vertical, horizontal] = [sliding(layer, 0), sliding(layer, 1)];
  if (input?.kind !== "convolutional" || !vertical || !horizontal) return undefined;
  const slide = layer.kind === "Deconvolution2D" ? deconvolved : slidOver;
  const [height, width] = [slide(input.height, vertical), slide(input.width, horizontal)];
  const channels = channelsOf(layer, input.channels, nOut);
  return height === undefined || width === undefined || channels === undefined
    ? undefined
    : { kind: "convolutional", channels, height, width };
}

function volume(layer: ShapedLayer, nOut: number | undefined): Shape | undefined {
  const { kind, inputShape } = layer;
  if (inputShape?.kind !== "convolutional3D") return undefined;
  const slide = kind === "Deconvolution3D" ? deconvolved : slidOver;
  const lengths = [inputShape.depth, inputShape.height, inputShape.width];
  const [depth, height, width] = lengths.map((length, dimension) => {
    const along = sliding(layer, dimension);
    return along && slide(length, along);
  });
  const channels = kind === "Subsampling3DLayer" ? inputShape.channels : nOut;
  if (depth === undefined || height === undefined || width === undefined || channels === undefined) return undefined;
  return { kind: "convolutional3D", channels, depth, height, width };
}

function channelsOf({ kind, more }: ShapedLayer, channels: number, nOut: number | undefined): number | undefined {
  if (kind === "SubsamplingLayer") return channels;
  const multiplier = valueOf(more.depthMultiplier);
  return kind === "DepthwiseConvolution2D" && typeof multiplier === "number" ? channels * multiplier : nOut;
}

function series(layer: ShapedLayer, nOut: number | undefined): Shape | undefined {
  const input = layer.inputShape;
  const along = sliding(layer, 0);
  const size = layer.kind === "Subsampling1DLayer" ? input && sizeOf(input) : nOut;
  if (input?.kind !== "recurrent" || !along || size === undefined) return undefined;
  const steps = input.steps === null ? null : slidOver(input.steps, along);
  return steps === undefined ? undefined : { kind: "recurrent", size, steps };
}

/** Layers that only change lengths: upsampling, zero padding, cropping, repetition. */
function resized(layer: ShapedLayer): Shape | undefined {
  switch (layer.kind) {
    case "Upsampling1D":
    case "Upsampling2D":
    case "Upsampling3D":
      return upsampled(layer);
    case "ZeroPaddingLayer":
    case "ZeroPadding1DLayer":
    case "ZeroPadding3DLayer":
      return bordered(layer, valueOf(layer.padding), 1);
    case "Cropping2D":
    case "Cropping1D":
    case "Cropping3D":
      return bordered(layer, valueOf(layer.more.cropping), -1);
    case "SpaceToDepthLayer":
    case "SpaceToBatchLayer":
      return blocked(layer);
    case "RepeatVector": {
      const times = valueOf(layer.more.repetitionFactor);
      if (layer.inputShape?.kind !== "feedForward" || typeof times !== "number") return undefined;
      return { kind: "recurrent", size: layer.inputShape.size, steps: times };
    }
    default:
      return undefined;
  }
}

/** Squares of an image become channels (`SpaceToDepthLayer`), or examples (`SpaceToBatchLayer`, after its padding). */
function blocked({ kind, inputShape, more, padding }: ShapedLayer): Shape | undefined {
  const isDepth = kind === "SpaceToDepthLayer";
  const [down, across = down] = numbersOf(valueOf(isDepth ? more.blockSize : more.blocks)) ?? [];
  if (inputShape?.kind !== "convolutional" || !down || !across || (!isDepth && padding)) return undefined;
  const channels = isDepth ? inputShape.channels * down * across : inputShape.channels;
  return { ...inputShape, channels, height: Math.floor(inputShape.height / down), width: Math.floor(inputShape.width / across) };
}

function upsampled({ inputShape, more }: ShapedLayer): Shape | undefined {
  const sizes = numbersOf(valueOf(more.size)) ?? [];
  const [down, across = down] = sizes;
  if (down === undefined || across === undefined) return undefined;
  if (inputShape?.kind === "recurrent") return { ...inputShape, steps: inputShape.steps === null ? null : inputShape.steps * down };
  if (inputShape?.kind === "convolutional3D") {
    const [, tall = down, wide = down] = sizes;
    return { ...inputShape, depth: inputShape.depth * down, height: inputShape.height * tall, width: inputShape.width * wide };
  }
  if (inputShape?.kind !== "convolutional") return undefined;
  return { ...inputShape, height: inputShape.height * down, width: inputShape.width * across };
}

/** Borders: of an image `[top, bottom, left, right]`, or `[h, w]` for both ends; of a volume likewise; of a series `[start, end]`, or one number for both. */
function bordered({ inputShape }: ShapedLayer, border: unknown, sign: 1 | -1): Shape | undefined {
  const sizes = numbersOf(border);
  if (!sizes) return undefined;
  if (inputShape?.kind === "recurrent") {
    const [start = 0, end = start] = sizes;
    return { ...inputShape, steps: inputShape.steps === null ? null : inputShape.steps + sign * (start + end) };
  }
  if (inputShape?.kind === "convolutional3D") {
    const [deep = 0, tall = 0, wide = 0] = [0, 1, 2].map((dimension) => sign * (totalPadding(sizes, dimension) ?? 0));
    return { ...inputShape, depth: inputShape.depth + deep, height: inputShape.height + tall, width: inputShape.width + wide };
  }
  const [vertical, horizontal] = [totalPadding(sizes, 0), totalPadding(sizes, 1)];
  if (inputShape?.kind !== "convolutional" || vertical === undefined || horizontal === undefined) return undefined;
  return { ...inputShape, height: inputShape.height + sign * vertical, width: inputShape.width + sign * horizontal };
}

function numbersOf(value: unknown): readonly number[] | undefined {
  if (typeof value === "number") return [value];
  return isNumberList(value) ? value : undefined;
}

/** Kinds that take an image also where it comes as a row (`getPreProcessorForInputType` of these classes). */
const unflattening: ReadonlySet<string> = new Set(["BatchNormalization", "GlobalPoolingLayer"]);

/**
 * What a layer gets from what feeds it: through the preprocessor that is set by hand, else the one that Deeplearning4j inserts.
 * @param byHand the layer's `preprocessor`
 */
export function inputShapeOf(kind: string, given: Shape | undefined, byHand?: Setting<Value>): Shape | undefined {
  const facts = layers[kind];
  if (!facts) return given;
  if (byHand) return throughPreprocessor(valueOf(byHand), given);
  if (!given) return undefined;
  return preprocessed(given, given.kind === "convolutionalFlat" && unflattening.has(kind) ? "convolutional" : facts.wants);
}
