import type { Key } from "./shapes.js";
import { activation } from "./activations.js";
import { convolutionMode, hasBias, inheritedKeys, optimizationKeys, sizeKeys } from "./common-keys.js";
import { loss } from "./losses.js";
import { boolean, constants, integer, listOf, number, optional, words } from "./shapes.js";

/** A kind of layer. */
export interface LayerKind {
  readonly word: string;
  /** Deeplearning4j's class name. */
  readonly value: string;
  /** Keys of its own, beside the common ones; before the common `activation`, … in canonical order. */
  readonly keys: readonly Key[];
  /** It has another layer in it: `bidirectional(lstm)`. The common keys are then that layer's. */
  readonly wraps?: boolean;
}

const kernel = (dimensions: 1 | 2): Key => ({ key: "kernel", shape: { type: "sizes", dimensions } });
const stride = (dimensions: 1 | 2): Key => ({ key: "stride", shape: { type: "sizes", dimensions } });
const padding = (dimensions: 1 | 2): Key => ({ key: "padding", shape: { type: "sizes", dimensions, sides: true } });
const dilation = (dimensions: 1 | 2): Key => ({ key: "dilation", shape: { type: "sizes", dimensions } });
const mode: Key = { key: "mode", shape: convolutionMode };

const convolution = (dimensions: 1 | 2): readonly Key[] => [
  kernel(dimensions),
  stride(dimensions),
  padding(dimensions),
  dilation(dimensions),
  mode,
];

const depthMultiplier: Key = { key: "depthMultiplier", shape: integer };

const pooling: readonly Key[] = [
  {
    key: "pooling",
    shape: words("a kind of pooling", [
      ...constants({ max: "MAX", avg: "AVG", sum: "SUM" }),
      { word: "pnorm", value: "PNORM", unnamed: "all", parameters: [{ name: "p", shape: integer, setting: "pnorm" }] },
    ]),
  },
  { key: "pnorm", shape: integer },
];

const subsampling = (dimensions: 1 | 2): readonly Key[] => [...pooling, ...convolution(dimensions)];

const losses: readonly Key[] = [
  { key: "loss", shape: loss },
  { key: "lossWeights", shape: listOf(number) },
];

const recurrent: readonly Key[] = [
  { key: "gateActivation", shape: activation },
  { key: "forgetGateBiasInit", shape: number },
];

const croppingShape = { type: "sizes", dimensions: 2, sides: true } as const;

const joining = words("a way to join two directions", constants({ concat: "CONCAT", add: "ADD", mul: "MUL", average: "AVERAGE" }));

const reconstruction = words("a reconstruction distribution", [
  ...(["bernoulli", "gaussian", "exponential"] as const).map((word) => ({
    word,
    value: `${word.charAt(0).toUpperCase()}${word.slice(1)}ReconstructionDistribution`,
    bare: "call" as const,
    unnamed: "all" as const,
    parameters: optional(activation, "activation"),
  })),
]);

const visibleUnit = constants({ binary: "BINARY", gaussian: "GAUSSIAN", softmax: "SOFTMAX", linear: "LINEAR", rectified: "RECTIFIED" });
const units = words("a kind of units", visibleUnit);

const kind = (word: string, value: string, keys: readonly Key[] = []): LayerKind => ({ word, value, keys });

export const layerKinds: readonly LayerKind[] = [
  kind("dense", "DenseLayer"),
  kind("activation", "ActivationLayer"),
  kind("dropout", "DropoutLayer"),
  kind("embedding", "EmbeddingLayer"),
  kind("embeddingSequence", "EmbeddingSequenceLayer", [{ key: "inputLength", shape: integer }]),
  kind("batchNormalization", "BatchNormalization", [
    { key: "decay", shape: number },
    { key: "eps", shape: number },
    { key: "gamma", shape: number },
    { key: "beta", shape: number },
    { key: "lockGammaBeta", shape: boolean },
    { key: "useLogStd", shape: boolean },
  ]),
  kind("prelu", "PReLULayer"),
  kind("output", "OutputLayer", losses),
  kind("rnnOutput", "RnnOutputLayer", losses),
  kind("loss", "LossLayer", losses),
  kind("rnnLoss", "RnnLossLayer", losses),
  kind("cnnLoss", "CnnLossLayer", losses),
  kind("centerLossOutput", "CenterLossOutputLayer", [...losses, { key: "alpha", shape: number }, { key: "lambda", shape: number }]),
  kind("convolution", "ConvolutionLayer", convolution(2)),
  kind("convolution1D", "Convolution1DLayer", convolution(1)),
  kind("separableConvolution", "SeparableConvolution2D", [...convolution(2), depthMultiplier]),
  kind("depthwiseConvolution", "DepthwiseConvolution2D", [...convolution(2), depthMultiplier]),
  kind("deconvolution", "Deconvolution2D", convolution(2)),
  kind("subsampling", "SubsamplingLayer", subsampling(2)),
  kind("subsampling1D", "Subsampling1DLayer", subsampling(1)),
  kind("globalPooling", "GlobalPoolingLayer", pooling),
  kind("upsampling1D", "Upsampling1D", [{ key: "size", shape: { type: "sizes", dimensions: 1 } }]),
  kind("upsampling2D", "Upsampling2D", [{ key: "size", shape: { type: "sizes", dimensions: 2 } }]),
  kind("zeroPadding", "ZeroPaddingLayer", [padding(2)]),
  kind("cropping", "Cropping2D", [
    { key: "cropping", shape: croppingShape },
    { key: "size", setting: "cropping", shape: croppingShape },
    { key: "padding", setting: "cropping", shape: croppingShape },
  ]),
  kind("localResponseNormalization", "LocalResponseNormalization", [
    { key: "k", shape: number },
    { key: "n", shape: number },
    { key: "alpha", shape: number },
    { key: "beta", shape: number },
  ]),
  kind("lstm", "LSTM", recurrent),
  kind("gravesLstm", "GravesLSTM", recurrent),
  kind("simpleRnn", "SimpleRnn"),
  { word: "bidirectional", value: "Bidirectional", keys: [{ key: "mode", shape: joining }], wraps: true },
  { word: "lastTimeStep", value: "LastTimeStep", keys: [], wraps: true },
  kind("autoEncoder", "AutoEncoder", [
    { key: "corruptionLevel", shape: number },
    { key: "sparsity", shape: number },
    { key: "loss", shape: loss },
  ]),
  kind("variationalAutoencoder", "VariationalAutoencoder", [
    { key: "encoder", shape: listOf(integer) },
    { key: "decoder", shape: listOf(integer) },
    { key: "reconstruction", shape: reconstruction },
    { key: "zActivation", shape: activation },
  ]),
  kind("rbm", "RBM", [
    { key: "visibleUnit", shape: units },
    { key: "hiddenUnit", shape: units },
    { key: "k", shape: integer },
    { key: "loss", shape: loss },
  ]),
  { word: "frozen", value: "FrozenLayer", keys: [], wraps: true },
];

/** Keys that come last in canonical order: what a layer says about its loss, after its activation. */
const closingKeys = new Set(["loss", "lossWeights"]);

/** All keys of a kind that wraps nothing, in canonical order. */
export function keysOf(kind: LayerKind): readonly Key[] {
  const own = kind.keys.filter(({ key }) => !closingKeys.has(key));
  const closing = kind.keys.filter(({ key }) => closingKeys.has(key));
  const [activationKey, ...inherited] = inheritedKeys;
  const activations = activationKey === undefined ? [] : [activationKey];
  return [...sizeKeys, ...own, hasBias, ...activations, ...closing, ...inherited, ...optimizationKeys];
}
