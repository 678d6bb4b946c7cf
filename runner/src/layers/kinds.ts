import { atLeast } from "../../../core/src/facts/versions.js";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { Refusal } from "../network/refusal.js";
import { reasonAgainst } from "./refused-kinds.js";
import { withDoubledGradient } from "./doubled-gradient.js";
import { activationLayer, passThrough } from "./activation-layer.js";
import { attentionVertex, learnedSelfAttention, selfAttention } from "./attention.js";
import { batchNormalization } from "./batch-normalization.js";
import { spaceToBatch, spaceToDepth } from "./blocks.js";
import { capsuleLayer, capsuleStrength, primaryCapsules } from "./capsules.js";
import { centerLossOutput } from "./center-loss.js";
import { convolution1D } from "./convolution-1d.js";
import { convolution } from "./convolution.js";
import { deconvolution } from "./deconvolution.js";
import { dense } from "./dense.js";
import { depthwiseConvolution, separableConvolution } from "./depthwise-convolution.js";
import { elementWiseMultiplication } from "./element-wise-multiplication.js";
import { embedding } from "./embedding.js";
import { globalPooling } from "./global-pooling.js";
import type { LayerKind, LayerMath } from "./layer-math.js";
import { localResponseNormalization } from "./local-response-normalization.js";
import { locallyConnected, locallyConnected1D } from "./locally-connected.js";
import { maskLayer } from "./masks.js";
import { gravesBidirectionalLstm } from "./recurrent/graves-bidirectional-lstm.js";
import { gravesLstm, lstm } from "./recurrent/lstm.js";
import { recurrentAttention } from "./recurrent/recurrent-attention.js";
import { lossLayer, output } from "./outputs.js";
import { autoEncoder } from "./pretraining/auto-encoder.js";
import { rbm } from "./pretraining/rbm.js";
import { variationalAutoencoder } from "./pretraining/variational.js";
import { prelu } from "./prelu.js";
import { cropping, cropping1D, repeatVector, upsampling, upsampling1D, zeroPadding, zeroPadding1D } from "./resizing.js";
import { simpleRnn } from "./recurrent/simple-rnn.js";
import { subsampling, subsampling1D } from "./subsampling.js";
import { poolHelper, preprocessor, reshape, reverseTimeSeries } from "./rearranging-vertices.js";
import { duplicate, elementWise, l2Distance, l2Normalize, lastStep, merge, scale, shift, stack, subset, unstack } from "./vertices.js";
import { convolution3D, deconvolution3D } from "./volumes/convolution-3d.js";
import { cropping3D, upsampling3D, zeroPadding3D } from "./volumes/resizing-3d.js";
import { subsampling3D } from "./volumes/subsampling-3d.js";
import { bidirectional, frozen, lastTimeStep, maskZero, timeDistributed } from "./wrappers.js";

/** Every kind of layer and vertex that can be trained, by Deeplearning4j's class name. */
const kinds: Readonly<Record<string, LayerKind>> = {
  DenseLayer: dense,
  ElementWiseMultiplicationLayer: elementWiseMultiplication,
  EmbeddingLayer: embedding,
  EmbeddingSequenceLayer: embedding,
  OutputLayer: output,
  RnnOutputLayer: output,
  CenterLossOutputLayer: centerLossOutput,
  LossLayer: lossLayer,
  RnnLossLayer: lossLayer,
  CnnLossLayer: lossLayer,
  Cnn3DLossLayer: lossLayer,
  ActivationLayer: activationLayer,
  DropoutLayer: passThrough,
  PReLULayer: prelu,
  BatchNormalization: batchNormalization,
  LocalResponseNormalization: localResponseNormalization,

  AutoEncoder: autoEncoder,
  VariationalAutoencoder: variationalAutoencoder,
  RBM: rbm,

  ConvolutionLayer: convolution,
  Convolution1DLayer: convolution1D,
  Deconvolution2D: deconvolution,
  DepthwiseConvolution2D: depthwiseConvolution,
  SeparableConvolution2D: separableConvolution,
  LocallyConnected2D: locallyConnected,
  LocallyConnected1D: locallyConnected1D,
  SubsamplingLayer: subsampling,
  Subsampling1DLayer: subsampling1D,
  GlobalPoolingLayer: globalPooling,
  ZeroPaddingLayer: zeroPadding,
  ZeroPadding1DLayer: zeroPadding1D,
  Cropping2D: cropping,
  Cropping1D: cropping1D,
  Upsampling2D: upsampling,
  Upsampling1D: upsampling1D,
  RepeatVector: repeatVector,
  SpaceToDepthLayer: spaceToDepth,
  SpaceToBatchLayer: spaceToBatch,

  Convolution3D: convolution3D,
  Deconvolution3D: deconvolution3D,
  Subsampling3DLayer: subsampling3D,
  ZeroPadding3DLayer: zeroPadding3D,
  Cropping3D: cropping3D,
  Upsampling3D: upsampling3D,

  LSTM: lstm,
  GravesLSTM: gravesLstm,
  GravesBidirectionalLSTM: gravesBidirectionalLstm,
  SimpleRnn: simpleRnn,
  SelfAttentionLayer: selfAttention,
  LearnedSelfAttentionLayer: learnedSelfAttention,
  RecurrentAttentionLayer: recurrentAttention,
  PrimaryCapsules: primaryCapsules,
  CapsuleLayer: capsuleLayer,
  CapsuleStrengthLayer: capsuleStrength,
  MaskLayer: maskLayer,
  MaskZeroLayer: maskZero(mathOf),
  TimeDistributed: timeDistributed(mathOf),
  Bidirectional: bidirectional(mathOf),
  LastTimeStep: lastTimeStep(mathOf),
  FrozenLayer: frozen(mathOf),
  FrozenLayerWithBackprop: frozen(mathOf),

  MergeVertex: merge,
  ElementWiseVertex: elementWise,
  SubsetVertex: subset,
  ScaleVertex: scale,
  ShiftVertex: shift,
  L2NormalizeVertex: l2Normalize,
  L2Vertex: l2Distance,
  AttentionVertex: attentionVertex,
  ReshapeVertex: reshape,
  PoolHelperVertex: poolHelper,
  PreprocessorVertex: preprocessor,
  ReverseTimeSeriesVertex: reverseTimeSeries,
  StackVertex: stack,
  UnstackVertex: unstack,
  LastTimeStepVertex: lastStep,
  DuplicateToTimeSeriesVertex: duplicate,
};

/** The class names of all of them. */
export const trainableKinds: readonly string[] = Object.keys(kinds);

/**
 * The math of a layer.
 * @throws Refusal for kinds that are not here, and for settings that their math has no counterpart for
 */
export function mathOf(layer: Layer, network: Network): LayerMath {
  const kind = kinds[layer.kind];
  if (!kind) throw new Refusal(`layers.${layer.index}`, reasonAgainst(layer.kind));
  const math = kind(layer, network);
  return bySameDiff.has(layer.kind) && atLeast(network.framework.version, "1.0.0-M2") ? withDoubledGradient(math) : math;
}

/** Layers whose class is a `SameDiffLayer`, `SameDiffLambdaLayer` or `SameDiffVertex`. */
const bySameDiff: ReadonlySet<string> = new Set([
  ...["LocallyConnected1D", "LocallyConnected2D", "PrimaryCapsules", "CapsuleLayer", "CapsuleStrengthLayer"],
  ...["SelfAttentionLayer", "LearnedSelfAttentionLayer", "RecurrentAttentionLayer", "AttentionVertex"],
]);
