import type { Layer } from "../model/network.js";
import { valueOf } from "../model/setting.js";
import { layers } from "../facts/layers.js";
import { sizeOf } from "./shapes.js";

/** A layer whose sizes are known as far as they can be. */
export type SizedLayer = Pick<Layer, "kind" | "inputShape" | "nIn" | "nOut" | "kernel" | "hasBias" | "more" | "inner">;

/** Number of parameters as Deeplearning4j counts them (`ParamInitializer.numParams`); `undefined` where a size is unknown. */
export function parameterCount(layer: SizedLayer, innerCount: number | undefined): number | undefined {
  const { kind, inputShape } = layer;
  const facts = layers[kind];
  if (!facts) return undefined;
  if (layer.inner) return innerCount === undefined ? undefined : innerCount * (kind === "Bidirectional" ? 2 : 1);
  if (!facts.weights) return 0;
  const nIn = valueOf(layer.nIn);
  const nOut = valueOf(layer.nOut);
  if (kind === "BatchNormalization") return nIn === undefined ? undefined : nIn * (valueOf(layer.more.lockGammaBeta) === true ? 2 : 4);
  if (kind === "PReLULayer") return inputShape && sizeOf(inputShape);
  if (nIn === undefined || (nOut === undefined && kind !== "DepthwiseConvolution2D")) return undefined;
  return ofWeights(layer, nIn, nOut ?? 0);
}

function ofWeights({ kind, kernel, hasBias, more }: SizedLayer, nIn: number, nOut: number): number | undefined {
  const bias = valueOf(hasBias) === false ? 0 : 1;
  const area = valueOf(kernel)?.reduce((product, size) => product * size, 1);
  const multiplier = Number(valueOf(more.depthMultiplier) ?? 1);
  switch (kind) {
    case "LSTM":
      return 4 * nOut * (nIn + nOut + 1);
    case "GravesLSTM":
      return 4 * nOut * (nIn + nOut + 1) + 3 * nOut;
    case "GravesBidirectionalLSTM":
      return 2 * (4 * nOut * (nIn + nOut + 1) + 3 * nOut);
    case "SimpleRnn":
      return nOut * (nIn + nOut + 1);
    case "AutoEncoder":
    case "RBM":
      return nIn * nOut + nOut + nIn;
    case "VariationalAutoencoder":
      return variational(nIn, nOut, valueOf(more.encoder), valueOf(more.decoder));
    case "CenterLossOutputLayer":
      return nIn * nOut + nOut * bias + nIn * nOut;
    case "ElementWiseMultiplicationLayer":
      return 2 * nOut;
    case "SeparableConvolution2D":
      return area && area * nIn * multiplier + nIn * multiplier * nOut + nOut * bias;
    case "DepthwiseConvolution2D":
      return area && area * nIn * multiplier + nIn * multiplier * bias;
    case "ConvolutionLayer":
    case "Deconvolution2D":
      return area && area * nIn * nOut + nOut * bias;
    case "Convolution1DLayer":
      return area && (valueOf(kernel)?.[0] ?? 0) * nIn * nOut + nOut * bias;
    default:
      return nIn * nOut + nOut * bias;
  }
}

/** Encoder and decoder stacks, mean and log variance of the code, and a Gaussian reconstruction's two numbers per input (`VariationalAutoencoderParamInitializer`). */
function variational(nIn: number, nOut: number, encoder: unknown, decoder: unknown): number | undefined {
  const isSizes = (value: unknown): value is number[] => Array.isArray(value) && value.every((size) => typeof size === "number");
  if (!isSizes(encoder) || !isSizes(decoder)) return undefined;
  const stack = (sizes: readonly number[]) => sizes.slice(1).reduce((sum, size, index) => sum + ((sizes[index] ?? 0) + 1) * size, 0);
  const code = ((encoder.at(-1) ?? nIn) + 1) * nOut * 2;
  return stack([nIn, ...encoder]) + code + stack([nOut, ...decoder]) + ((decoder.at(-1) ?? nOut) + 1) * 2 * nIn;
}
