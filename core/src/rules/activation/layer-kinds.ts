import type { Layer, Network } from "../../model/network.js";
import type { Report } from "../define-rule.js";
import { frozenKinds } from "../../facts/layers.js";
import { nameOf } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";

/** Feed-forward and convolutional layers with weights, whose activation makes the network non-linear. */
const hiddenKinds: ReadonlySet<string> = new Set([
  "DenseLayer",
  "ElementWiseMultiplicationLayer",
  "ConvolutionLayer",
  "Convolution1DLayer",
  "Convolution3D",
  "SeparableConvolution2D",
  "DepthwiseConvolution2D",
  "Deconvolution2D",
  "Deconvolution3D",
  "LocallyConnected1D",
  "LocallyConnected2D",
]);

/** Recurrent cells with gates. */
const gatedKinds: ReadonlySet<string> = new Set(["LSTM", "GravesLSTM", "GravesBidirectionalLSTM", "GRU", "ImageLSTM"]);

/** Activations that pass positive values on and do not saturate there. */
const rectified: ReadonlySet<string> = new Set([
  "RELU",
  "LEAKYRELU",
  "RELU6",
  "ELU",
  "SELU",
  "GELU",
  "SWISH",
  "MISH",
  "RRELU",
  "THRESHOLDEDRELU",
]);

/** True for hidden feed-forward and convolutional layers; pretraining layers, embeddings and recurrent ones are others. */
export function isHidden(network: Network, layer: Layer): boolean {
  return hiddenKinds.has(innermost(layer).kind) && !network.outputs.includes(layer.name);
}

/** True for LSTM and its relatives. */
export function isGated(layer: Layer): boolean {
  return gatedKinds.has(innermost(layer).kind);
}

/** True where the weights stay as they are: a frozen layer, or an updater with a learning rate of 0 (the other half of a GAN). */
export function isFrozen(layer: Layer): boolean {
  return frozenKinds.has(layer.kind) || valueOf(valueOf(innermost(layer).updater)?.learningRate) === 0;
}

/** Where a finding about a layer's activation stands: its value, or the layer's class where none is written anywhere. */
export function activationPlace(layer: Layer): Report["at"] {
  const { activation, kindRange } = innermost(layer);
  if (!activation) return { anchor: kindRange };
  return activation.range === null ? { anchor: kindRange, path: activation.path } : activation;
}

/** The constant name of the activation in force, where it is known. */
export function activationName(layer: Layer): string | undefined {
  return nameOf(valueOf(innermost(layer).activation));
}

/** True for relu and its relatives. */
export function isRectified(layer: Layer): boolean {
  return rectified.has(activationName(layer) ?? "");
}
