import type { Layer, Network } from "../../../core/src/model/network.js";
import { Refusal } from "../network/refusal.js";
import { activationLayer, passThrough } from "./activation-layer.js";
import { batchNormalization } from "./batch-normalization.js";
import { convolution1D } from "./convolution-1d.js";
import { convolution } from "./convolution.js";
import { dense } from "./dense.js";
import { embedding } from "./embedding.js";
import { globalPooling } from "./global-pooling.js";
import type { LayerKind, LayerMath } from "./layer-math.js";
import { localResponseNormalization } from "./local-response-normalization.js";
import { gravesLstm, lstm } from "./recurrent/lstm.js";
import { lossLayer, output } from "./outputs.js";
import { autoEncoder } from "./pretraining/auto-encoder.js";
import { rbm } from "./pretraining/rbm.js";
import { variationalAutoencoder } from "./pretraining/variational.js";
import { prelu } from "./prelu.js";
import { cropping, cropping1D, upsampling, upsampling1D, zeroPadding, zeroPadding1D } from "./resizing.js";
import { simpleRnn } from "./recurrent/simple-rnn.js";
import { subsampling, subsampling1D } from "./subsampling.js";
import { duplicate, elementWise, l2Normalize, lastStep, merge, scale, shift, stack, subset, unstack } from "./vertices.js";
import { bidirectional, frozen, lastTimeStep } from "./wrappers.js";

/** Every kind of layer and vertex that can be trained, by Deeplearning4j's class name. */
const kinds: Readonly<Record<string, LayerKind>> = {
  DenseLayer: dense,
  EmbeddingLayer: embedding,
  EmbeddingSequenceLayer: embedding,
  OutputLayer: output,
  RnnOutputLayer: output,
  LossLayer: lossLayer,
  RnnLossLayer: lossLayer,
  CnnLossLayer: lossLayer,
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
  SubsamplingLayer: subsampling,
  Subsampling1DLayer: subsampling1D,
  GlobalPoolingLayer: globalPooling,
  ZeroPaddingLayer: zeroPadding,
  ZeroPadding1DLayer: zeroPadding1D,
  Cropping2D: cropping,
  Cropping1D: cropping1D,
  Upsampling2D: upsampling,
  Upsampling1D: upsampling1D,

  LSTM: lstm,
  GravesLSTM: gravesLstm,
  SimpleRnn: simpleRnn,
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
  if (!kind) throw new Refusal(layer.kind, `layers of the kind ${layer.kind} cannot be trained here`);
  return kind(layer, network);
}
