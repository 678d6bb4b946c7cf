import type { Layer, Shape } from "../model/network.js";
import { isKnown, valueOf } from "../model/setting.js";
import { deconvolved, preprocessed, sizeOf, slidOver, type Sliding } from "./shapes.js";
import { layers } from "../facts/layers.js";

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
  if (layer.inner) return wrapped(layer);
  const nOut = valueOf(layer.nOut);
  if (facts.kernel === 2) return image(layer, nOut);
  if (facts.kernel === 1) return series(layer, nOut);
  switch (kind) {
    case "GlobalPoolingLayer":
      return inputShape && { kind: "feedForward", size: inputShape.kind === "convolutional" ? inputShape.channels : sizeOf(inputShape) };
    case "EmbeddingSequenceLayer":
      return nOut === undefined ? undefined : { kind: "recurrent", size: nOut, steps: stepsOf(inputShape) };
    case "Upsampling1D":
    case "Upsampling2D":
      return resized(layer, (length, factor) => length * factor, 1);
    case "ZeroPaddingLayer":
      return bordered(layer, "padding", 1);
    case "Cropping2D":
      return bordered(layer, "cropping", -1);
  }
  if (!facts.weights || kind === "BatchNormalization" || kind === "PReLULayer") return inputShape;
  if (nOut === undefined) return undefined;
  if (facts.wants === "recurrent") return { kind: "recurrent", size: nOut, steps: stepsOf(inputShape) };
  return {
    kind: "feedForward",
    size: nOut,
    ...(inputShape?.kind === "feedForward" && inputShape.steps !== undefined ? { steps: inputShape.steps } : {}),
  };
}

function wrapped({ kind, inner, mode, innerOutput, inputShape }: ShapedLayer): Shape | undefined {
  if (!innerOutput || !inner) return undefined;
  if (kind === "LastTimeStep") return { kind: "feedForward", size: sizeOf(innerOutput) };
  if (kind !== "Bidirectional") return innerOutput;
  if (!isKnown(mode)) return undefined;
  const size = sizeOf(innerOutput) * (mode.value === "CONCAT" ? 2 : 1);
  return innerOutput.kind === "feedForward" ? { kind: "feedForward", size } : { kind: "recurrent", size, steps: stepsOf(inputShape) };
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

/** Both ends together: `[h, w]` counts twice, `[top, bottom, left, right]` adds up. */
function totalPadding(padding: readonly number[] | undefined, dimension: number): number | undefined {
  if (!padding) return undefined;
  if (padding.length === 4) return (padding[dimension * 2] ?? 0) + (padding[dimension * 2 + 1] ?? 0);
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

function resized({ inputShape, more }: ShapedLayer, change: (length: number, factor: number) => number, usual: number): Shape | undefined {
  const size = valueOf(more.size);
  const factors = Array.isArray(size) ? size.map(Number) : [Number(size)];
  const [first = usual, second = first] = factors;
  if (inputShape?.kind === "recurrent") return { ...inputShape, steps: inputShape.steps === null ? null : change(inputShape.steps, first) };
  if (inputShape?.kind !== "convolutional") return undefined;
  return { ...inputShape, height: change(inputShape.height, first), width: change(inputShape.width, second) };
}

/** Zero padding and cropping: `[top, bottom, left, right]`, or `[h, w]` for both ends. */
function bordered(layer: ShapedLayer, key: "padding" | "cropping", sign: 1 | -1): Shape | undefined {
  const value = valueOf(layer.more[key]) ?? valueOf(layer.padding);
  const list = Array.isArray(value) ? value.map(Number) : typeof value === "number" ? [value] : undefined;
  const input = layer.inputShape;
  const [vertical, horizontal] = [totalPadding(list, 0), totalPadding(list, 1)];
  if (input?.kind !== "convolutional" || vertical === undefined || horizontal === undefined) return undefined;
  return { ...input, height: input.height + sign * vertical, width: input.width + sign * horizontal };
}

/** What a layer gets from what feeds it, through the preprocessor that Deeplearning4j inserts. */
export function inputShapeOf(kind: string, given: Shape | undefined): Shape | undefined {
  const facts = layers[kind];
  return given && facts && preprocessed(given, facts.wants);
}
