import type { CallTable, Meaning } from "./meaning.js";
import { enumeration, lookUp } from "./meaning.js";
import { callOfSetter } from "./setters.js";
import { inheritable, regularizationAndUpdate } from "./shared-calls.js";

/** Calls of layer builders. A name means the same on every layer, but for the kinds in {@link ownCalls}. */
const layerCalls: CallTable = {
  ...regularizationAndUpdate,
  ...inheritable,
  nIn: { key: "nIn", type: "number" },
  nOut: { key: "nOut", type: "number" },
  units: { key: "nOut", type: "number" },
  hasBias: { key: "hasBias", type: "boolean" },
  lossFunction: { key: "loss", type: "loss" },
  kernelSize: { key: "kernel", type: "numbers" },
  stride: { key: "stride", type: "numbers" },
  padding: { key: "padding", type: "numbers" },
  dilation: { key: "dilation", type: "numbers" },
  setKernelSize: { key: "kernel", type: "numbers" },
  setStride: { key: "stride", type: "numbers" },
  setPadding: { key: "padding", type: "numbers" },
  setDilation: { key: "dilation", type: "numbers" },
  poolingType: { key: "pooling", type: enumeration("PoolingType") },
  pnorm: { key: "pnorm", type: "number" },
  gateActivationFunction: { key: "gateActivation", type: "activation" },
  forgetGateBiasInit: { key: "forgetGateBiasInit", type: "number" },
  decay: { key: "decay", type: "number" },
  eps: { key: "eps", type: "number" },
  lockGammaBeta: { key: "lockGammaBeta", type: "boolean" },
  useLogStd: { key: "useLogStd", type: "boolean" },
  gamma: { key: "gamma", type: "number" },
  beta: { key: "beta", type: "number" },
  minibatch: { key: "minibatch", type: "boolean" },
  isMinibatch: { key: "minibatch", type: "boolean" },
  size: { key: "size", type: "numbers" },
  blocks: { key: "blocks", type: "numbers" },
  cropping: { key: "cropping", type: "numbers" },
  capsules: { key: "capsules", type: "number" },
  capsuleDimensions: { key: "capsuleDimensions", type: "number" },
  routings: { key: "routings", type: "number" },
  channels: { key: "channels", type: "number" },
  useReLU: { key: "useReLU", type: "boolean" },
  useLeakyReLU: { key: "leak", type: "number" },
  nu: { key: "nu", type: "number" },
  windowSize: { key: "windowSize", type: "number" },
  corruptionLevel: { key: "corruptionLevel", type: "number" },
  sparsity: { key: "sparsity", type: "number" },
  visibleBiasInit: { key: "visibleBiasInit", type: "number" },
  encoderLayerSizes: { key: "encoder", type: "numbers" },
  decoderLayerSizes: { key: "decoder", type: "numbers" },
  reconstructionDistribution: { key: "reconstruction", type: "reconstruction" },
  pzxActivationFunction: { key: "zActivation", type: "activation" },
  pzxActivationFn: { key: "zActivation", type: "activation" },
  numSamples: { key: "numSamples", type: "number" },
  visibleUnit: { key: "visibleUnit", type: enumeration("RBM.VisibleUnit") },
  hiddenUnit: { key: "hiddenUnit", type: enumeration("RBM.HiddenUnit") },
  k: { key: "k", type: "number" },
  n: { key: "n", type: "number" },
  depthMultiplier: { key: "depthMultiplier", type: "number" },
  alpha: { key: "alpha", type: "number" },
  lambda: { key: "lambda", type: "number" },
  mode: { key: "mode", type: enumeration("Bidirectional.Mode") },
  inputShape: { key: "inputShape", type: "numbers" },
  sharedAxes: { key: "sharedAxes", type: "numbers" },
  inputLength: { key: "inputLength", type: "number" },
  inferInputLength: { key: "inferInputLength", type: "boolean" },
  repetitionFactor: { key: "repetitionFactor", type: "number" },
  collapseDimensions: { key: "collapseDimensions", type: "boolean" },
  poolingDimensions: { key: "poolingDimensions", type: "numbers" },
  hasLayerNorm: { key: "hasLayerNorm", type: "boolean" },
  weightInitRecurrent: { key: "weightInitRecurrent", type: "weightInit" },
  constrainInputWeights: { key: "constrainInputWeights", type: "constraints" },
  constrainRecurrent: { key: "constrainRecurrent", type: "constraints" },
  gainInit: { key: "gainInit", type: "number" },
  nHeads: { key: "nHeads", type: "number" },
  headSize: { key: "headSize", type: "number" },
  projectInput: { key: "projectInput", type: "boolean" },
  nQueries: { key: "nQueries", type: "number" },
  nInQueries: { key: "nInQueries", type: "number" },
  nInKeys: { key: "nInKeys", type: "number" },
  nInValues: { key: "nInValues", type: "number" },
  maskValue: { key: "maskValue", type: "number" },
};

const ofVolumes: CallTable = { dataFormat: { key: "dataFormat", type: enumeration("Convolution3D.DataFormat") } };

const ownCalls: Readonly<Record<string, CallTable>> = {
  Convolution3D: ofVolumes,
  Deconvolution3D: ofVolumes,
  Subsampling3DLayer: ofVolumes,
  Upsampling3D: ofVolumes,
  SubsamplingLayer: { poolingType: { key: "pooling", type: enumeration("SubsamplingLayer.PoolingType") } },
  SpaceToDepthLayer: { blocks: { key: "blockSize", type: "number" } },
};

/** What a call on the builder of this kind of layer means; `undefined` when it says nothing the model holds. */
export function layerCall(kind: string, method: string): Meaning | undefined {
  const call = Object.hasOwn(layerCalls, method) ? method : callOfSetter(method);
  return lookUp(lookUp(ownCalls, kind) ?? {}, call) ?? lookUp(layerCalls, call);
}

/** The call that writes a key on a layer of this kind. */
export function callForKey(kind: string, key: string): { readonly method: string; readonly meaning: Meaning } | undefined {
  for (const method of Object.keys(layerCalls)) {
    const meaning = layerCall(kind, method);
    if (meaning?.key === key) return { method, meaning };
  }
  return undefined;
}

/** True for a call that the builder of some layer has. */
export function isLayerCall(method: string): boolean {
  return Object.hasOwn(layerCalls, method);
}
