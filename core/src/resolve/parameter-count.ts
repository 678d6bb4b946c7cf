import type { Layer, Shape } from "../model/network.js";
import { nameOf } from "../model/value.js";
import { valueOf } from "../model/setting.js";
import { layers } from "../facts/layers.js";
import { attentionParameters, capsuleParameters } from "./parameters-of-attention.js";
import { numberOf, product, sum } from "./known-numbers.js";
import { isNumberList } from "./make-setting.js";
import { shapeList } from "./shapes.js";

/** A layer whose sizes are known as far as they can be. */
export type SizedLayer = Pick<Layer, "kind" | "inputShape" | "nIn" | "nOut" | "kernel" | "hasBias" | "more" | "inner">;

/** Number of parameters as Deeplearning4j counts them (`ParamInitializer.numParams`); `undefined` where a size is unknown. */
export function parameterCount(layer: SizedLayer, innerCount: number | undefined, output: Shape | undefined): number | undefined {
  const { kind, inputShape } = layer;
  const facts = layers[kind];
  if (!facts) return undefined;
  if (facts.category === "wrapper") return innerCount === undefined ? undefined : innerCount * (kind === "Bidirectional" ? 2 : 1);
  if (!facts.weights) return 0;
  const nIn = valueOf(layer.nIn);
  const nOut = valueOf(layer.nOut);
  if (kind === "BatchNormalization") return normalized(nIn ?? nOut, valueOf(layer.more.lockGammaBeta));
  if (kind === "PReLULayer") return inputShape && slopes(inputShape, valueOf(layer.more.sharedAxes));
  if (kind === "PrimaryCapsules" || kind === "CapsuleLayer") return capsuleParameters(layer);
  if (nIn === undefined || nOut === undefined) return undefined;
  return kind.startsWith("LocallyConnected") ? ofPlaces(layer, nIn, nOut, output) : ofWeights(layer, nIn, nOut);
}

/** Mean and variance of each feature, and gamma and beta unless they are locked. */
function normalized(features: number | undefined, locked: unknown): number | undefined {
  return features === undefined ? undefined : features * (locked === true ? 2 : 4);
}

/** One slope for each value of an example, or for each line along the shared axes, which count from 1. */
function slopes(shape: Shape, sharedAxes: unknown): number | undefined {
  const shared = isNumberList(sharedAxes) ? sharedAxes : [];
  const sizes = shapeList(shape).filter((_, index) => !shared.includes(index + 1));
  return sizes.reduce<number | undefined>((product, size) => (product === undefined || size === null ? undefined : product * size), 1);
}

/** Weights for every place that the kernel stands at. */
function ofPlaces({ kernel, hasBias }: SizedLayer, nIn: number, nOut: number, output: Shape | undefined): number | undefined {
  const area = valueOf(kernel)?.reduce((product, size) => product * size, 1);
  const places = output?.kind === "convolutional" ? output.height * output.width : output?.kind === "recurrent" ? output.steps : undefined;
  return area === undefined || !places ? undefined : places * area * nIn * nOut + (valueOf(hasBias) === false ? 0 : nOut);
}

function ofWeights({ kind, kernel, hasBias, more }: SizedLayer, nIn: number, nOut: number): number | undefined {
  const bias = valueOf(hasBias) === false ? 0 : 1;
  const area = valueOf(kernel)?.reduce((product, size) => product * size, 1);
  const multiplier = Number(valueOf(more.depthMultiplier) ?? 1);
  const gains = valueOf(more.hasLayerNorm) === true ? nOut : 0;
  switch (kind) {
    case "LSTM":
      return 4 * nOut * (nIn + nOut + 1);
    case "GravesLSTM":
      return 4 * nOut * (nIn + nOut + 1) + 3 * nOut;
    case "GravesBidirectionalLSTM":
      return 2 * (4 * nOut * (nIn + nOut + 1) + 3 * nOut);
    case "GRU":
      return 3 * nOut * (nIn + nOut + 1);
    case "SimpleRnn":
      return nOut * (nIn + nOut + 1) + 2 * gains;
    case "AutoEncoder":
    case "RBM":
      return nIn * nOut + nOut + nIn;
    case "VariationalAutoencoder":
      return variational(nIn, nOut, more);
    case "CenterLossOutputLayer":
      return nIn * nOut + nOut * bias + nIn * nOut;
    case "ElementWiseMultiplicationLayer":
      return 2 * nOut;
    case "SelfAttentionLayer":
      return attentionParameters(more, nOut, { queries: nIn, keys: nIn, values: nIn });
    case "LearnedSelfAttentionLayer":
      return sum(product(nIn, numberOf(more, "nQueries")), attentionParameters(more, nOut, { queries: nIn, keys: nIn, values: nIn }));
    case "RecurrentAttentionLayer":
      return sum(nOut * (nIn + nOut + bias), attentionParameters(more, nOut, { queries: nOut, keys: nIn, values: nIn }));
    case "SeparableConvolution2D":
      return area && area * nIn * multiplier + nIn * multiplier * nOut + nOut * bias;
    case "DepthwiseConvolution2D":
      return area && area * nIn * multiplier + nOut * bias;
    case "ConvolutionLayer":
    case "Deconvolution2D":
    case "Convolution3D":
    case "Deconvolution3D":
      return area && area * nIn * nOut + nOut * bias;
    case "Convolution1DLayer":
      return area && (valueOf(kernel)?.[0] ?? 0) * nIn * nOut + nOut * bias;
    case "DenseLayer":
      return nIn * nOut + nOut * bias + gains;
    case "OutputLayer":
    case "RnnOutputLayer":
    case "EmbeddingLayer":
    case "EmbeddingSequenceLayer":
      return nIn * nOut + nOut * bias;
    default:
      return undefined;
  }
}

/** Numbers that a reconstruction distribution takes for each input (`distributionInputSize`). */
const perInput: Readonly<Record<string, number>> = {
  GaussianReconstructionDistribution: 2,
  BernoulliReconstructionDistribution: 1,
  ExponentialReconstructionDistribution: 1,
};

/** Encoder and decoder stacks, mean and log variance of the code, and the reconstruction's numbers (`VariationalAutoencoderParamInitializer`). */
function variational(nIn: number, nOut: number, { encoder, decoder, reconstruction }: SizedLayer["more"]): number | undefined {
  const [down, up] = [valueOf(encoder), valueOf(decoder)];
  const numbers = reconstruction ? perInput[nameOf(valueOf(reconstruction)) ?? ""] : 2;
  if (!isNumberList(down) || !isNumberList(up) || numbers === undefined) return undefined;
  const stack = (sizes: readonly number[]) => sizes.slice(1).reduce((sum, size, index) => sum + ((sizes[index] ?? 0) + 1) * size, 0);
  const code = ((down.at(-1) ?? nIn) + 1) * nOut * 2;
  return stack([nIn, ...down]) + code + stack([nOut, ...up]) + ((up.at(-1) ?? nOut) + 1) * numbers * nIn;
}
