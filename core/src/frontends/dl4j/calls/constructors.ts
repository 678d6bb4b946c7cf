import type { Meaning, ValueType } from "./meaning.js";
import { enumeration, lookUp } from "./meaning.js";

/** A parameter of a constructor; `layer` is the wrapped layer. `isArray`: single numbers do not fit. */
export type Parameter = (Meaning | { readonly key: "layer"; readonly type: "layer" }) & { readonly isArray?: boolean };

/** One constructor. `rest`: the last parameter takes all further arguments. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly rest: boolean;
}

const kernel: Meaning = { key: "kernel", type: "numbers" };
const stride: Meaning = { key: "stride", type: "numbers" };
const padding: Meaning = { key: "padding", type: "numbers" };
const dilation: Meaning = { key: "dilation", type: "numbers" };
const mode: Meaning = { key: "mode", type: enumeration("ConvolutionMode") };
const [kernels, strides, paddings, dilations] = [array(kernel), array(stride), array(padding), array(dilation)];
const loss: Meaning = { key: "loss", type: "loss" };
const size: Meaning = { key: "size", type: "numbers" };
const pooling: Meaning = { key: "pooling", type: enumeration("PoolingType") };
const ownPooling: Meaning = { key: "pooling", type: enumeration("SubsamplingLayer.PoolingType") };
const wrapped = { key: "layer", type: "layer" } as const;

/** `(new int[]{5, 5}, new int[]{1, 1})` is a kernel and a stride, `(5, 5)` a kernel. */
const convolution = [of(kernels, strides, paddings), of(kernels, strides), varargs(kernel)];
/** One dimension: `(kernel, stride, padding)` are single numbers. */
const convolution1d = [of(kernel, stride, padding), of(kernel, stride), of(kernel)];
const subsampling = [
  of(ownPooling, kernels, strides, paddings),
  of(ownPooling, kernels, strides),
  of(ownPooling, kernels),
  of(ownPooling),
  ...convolution,
];
const subsampling1d = [
  of(ownPooling, kernel, stride, padding),
  of(ownPooling, kernel, stride),
  of(ownPooling, kernel),
  of(ownPooling),
  ...convolution1d,
];
const volume = [
  of(kernels, strides, paddings, dilations, mode),
  of(kernels, strides, paddings, dilations),
  of(kernels, strides, paddings),
  of(kernels, strides),
  varargs(kernel),
];
const cropping: Meaning = { key: "cropping", type: "numbers" };
const volumeFormat: Meaning = { key: "dataFormat", type: enumeration("Convolution3D.DataFormat") };
const dataFormat: Meaning = { key: "dataFormat", type: enumeration("DataFormat") };
const capsules: Meaning = { key: "capsules", type: "number" };
const capsuleDimensions: Meaning = { key: "capsuleDimensions", type: "number" };
const routings: Meaning = { key: "routings", type: "number" };
const channels: Meaning = { key: "channels", type: "number" };
const withLoss = [of(loss)];
const wrapper = [of(wrapped)];

/** Constructors of layers, of their builders, and of graph vertices, by the layer's class name. */
const constructors: Readonly<Record<string, readonly Signature[]>> = {
  OutputLayer: withLoss,
  RnnOutputLayer: withLoss,
  LossLayer: withLoss,
  RnnLossLayer: withLoss,
  CnnLossLayer: withLoss,
  Cnn3DLossLayer: [of(volumeFormat)],
  CenterLossOutputLayer: withLoss,
  ConvolutionLayer: convolution,
  Convolution2D: convolution,
  SeparableConvolution2D: convolution,
  DepthwiseConvolution2D: convolution,
  Deconvolution2D: convolution,
  Convolution1DLayer: convolution1d,
  Convolution1D: convolution1d,
  SubsamplingLayer: subsampling,
  Pooling2D: subsampling,
  Subsampling1DLayer: subsampling1d,
  Pooling1D: subsampling1d,
  Convolution3D: volume,
  Deconvolution3D: volume,
  Subsampling3DLayer: [
    of(ownPooling, kernels, strides, paddings),
    of(ownPooling, kernels, strides),
    of(ownPooling, kernels),
    of(ownPooling),
    ...volume,
  ],
  GlobalPoolingLayer: [of(pooling)],
  Upsampling1D: [of(size)],
  Upsampling2D: [of(size)],
  Upsampling3D: [of(volumeFormat, size), of(size)],
  ZeroPaddingLayer: [varargs(padding)],
  ZeroPadding1DLayer: [varargs(padding)],
  ZeroPadding3DLayer: [varargs(padding)],
  Cropping1D: [varargs(cropping)],
  Cropping2D: [varargs(cropping)],
  Cropping3D: [varargs(cropping)],
  SpaceToDepthLayer: [of({ key: "blockSize", type: "number" }, dataFormat), of({ key: "blockSize", type: "number" })],
  SpaceToBatchLayer: [of(array({ key: "blocks", type: "numbers" }), paddings), of({ key: "blocks", type: "numbers" })],
  CapsuleLayer: [of(capsules, capsuleDimensions, routings), of(capsules, capsuleDimensions)],
  PrimaryCapsules: [
    of(capsuleDimensions, channels, kernels, strides, paddings, dilations, mode),
    of(capsuleDimensions, channels, kernels, strides, paddings, dilations),
    of(capsuleDimensions, channels, kernels, strides, paddings),
    of(capsuleDimensions, channels, kernels, strides),
    of(capsuleDimensions, channels, kernels),
    of(capsuleDimensions, channels),
  ],
  ActivationLayer: [of({ key: "activation", type: "activation" })],
  DropoutLayer: [of({ key: "dropOut", type: "dropOut" })],
  AutoEncoder: [of({ key: "corruptionLevel", type: "number" })],
  RBM: [of({ key: "hiddenUnit", type: enumeration("RBM.HiddenUnit") }, { key: "visibleUnit", type: enumeration("RBM.VisibleUnit") })],
  RepeatVector: [of({ key: "repetitionFactor", type: "number" })],
  BatchNormalization: [
    of({ key: "lockGammaBeta", type: "boolean" }),
    of({ key: "decay", type: "number" }, { key: "minibatch", type: "boolean" }),
    of({ key: "gamma", type: "number" }, { key: "beta", type: "number" }),
    of({ key: "gamma", type: "number" }, { key: "beta", type: "number" }, { key: "lockGammaBeta", type: "boolean" }),
  ],
  LocalResponseNormalization: [
    of({ key: "k", type: "number" }, { key: "n", type: "number" }, { key: "alpha", type: "number" }, { key: "beta", type: "number" }),
    of({ key: "k", type: "number" }, { key: "alpha", type: "number" }, { key: "beta", type: "number" }),
  ],
  Bidirectional: [of({ key: "mode", type: enumeration("Bidirectional.Mode") }, wrapped), of(wrapped)],
  LastTimeStep: wrapper,
  TimeDistributed: wrapper,
  FrozenLayer: wrapper,
  FrozenLayerWithBackprop: wrapper,
  MaskZeroLayer: [of(wrapped, { key: "maskValue", type: "number" })],
  ElementWiseVertex: [of({ key: "op", type: enumeration("ElementWiseVertex.Op") })],
  SubsetVertex: [of({ key: "first", type: "number" }, { key: "last", type: "number" })],
  UnstackVertex: [of({ key: "part", type: "number" }, { key: "of", type: "number" })],
  LastTimeStepVertex: [of({ key: "input", type: "text" })],
  DuplicateToTimeSeriesVertex: [of({ key: "input", type: "text" })],
  ReverseTimeSeriesVertex: [of({ key: "input", type: "text" })],
  ReshapeVertex: [varargs({ key: "shape", type: "numbers" })],
  ScaleVertex: [of({ key: "factor", type: "number" })],
  ShiftVertex: [of({ key: "shift", type: "number" })],
  PreprocessorVertex: [of({ key: "preprocessor", type: "preprocessor" })],
};

/** Calls on wrappers' builders that take the wrapped layer. */
export const wrappedLayerCalls: ReadonlySet<string> = new Set(["layer", "rnnLayer", "setLayer", "underlying", "setUnderlying"]);

/** The constructors of a layer class (or its builder) or vertex; empty for classes without parameters and for a user's own. */
export function constructorsOf(kind: string): readonly Signature[] {
  return lookUp(constructors, kind) ?? [];
}

/** Subclasses that only rename: the model has their superclass. */
const sameAs: Readonly<Record<string, string>> = {
  Convolution2D: "ConvolutionLayer",
  Convolution1D: "Convolution1DLayer",
  Pooling2D: "SubsamplingLayer",
  Pooling1D: "Subsampling1DLayer",
};

export function canonicalKind(kind: string): string {
  return lookUp(sameAs, kind) ?? kind;
}

export type ParameterType = ValueType | "layer";

function of(...parameters: Parameter[]): Signature {
  return { parameters, rest: false };
}

function array(parameter: Meaning): Parameter {
  return { ...parameter, isArray: true };
}

function varargs(...parameters: Parameter[]): Signature {
  return { parameters, rest: true };
}
