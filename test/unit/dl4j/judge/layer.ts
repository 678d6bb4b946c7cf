import { isObject, listAt, numberAt, objectAt, tagged, textAt, type JsonObject } from "./json.js";
import * as values from "./values.js";
import type { Truth } from "./values.js";

/** A layer or vertex as the library has it. */
export interface TrueLayer {
  readonly kind: string;
  readonly name: string | undefined;
  /** Settings in the words of `nnlint inspect`. A setting that is not here is one that the JSON does not tell. */
  readonly settings: ReadonlyMap<string, Truth>;
  readonly inner?: TrueLayer;
}

/** Names of layers in the JSON of 0.x. */
const oldNames: Readonly<Record<string, string>> = {
  dense: "DenseLayer",
  output: "OutputLayer",
  rnnoutput: "RnnOutputLayer",
  loss: "LossLayer",
  convolution: "ConvolutionLayer",
  convolution1d: "Convolution1DLayer",
  subsampling: "SubsamplingLayer",
  subsampling1d: "Subsampling1DLayer",
  batchNormalization: "BatchNormalization",
  localResponseNormalization: "LocalResponseNormalization",
  gravesLSTM: "GravesLSTM",
  gravesBidirectionalLSTM: "GravesBidirectionalLSTM",
  autoEncoder: "AutoEncoder",
  embedding: "EmbeddingLayer",
  activation: "ActivationLayer",
  dropout: "DropoutLayer",
  GlobalPooling: "GlobalPoolingLayer",
  zeroPadding: "ZeroPaddingLayer",
  zeroPadding1d: "ZeroPadding1DLayer",
};

/** Our keys by the names of the JSON's fields, where the value is the same. */
const sameValue: Readonly<Record<string, string>> = {
  biasInit: "biasInit",
  gradientNormalization: "gradientNormalization",
  gradientNormalizationThreshold: "gradientNormalizationThreshold",
  l1: "l1",
  l2: "l2",
  l1Bias: "l1Bias",
  l2Bias: "l2Bias",
  kernelSize: "kernel",
  kernel: "kernel",
  stride: "stride",
  padding: "padding",
  dilation: "dilation",
  convolutionMode: "mode",
  cm: "mode",
  poolingType: "pooling",
  pnorm: "pnorm",
  hasBias: "hasBias",
  forgetGateBiasInit: "forgetGateBiasInit",
  decay: "decay",
  eps: "eps",
  gamma: "gamma",
  beta: "beta",
  lockGammaBeta: "lockGammaBeta",
  useLogStd: "useLogStd",
  minibatch: "minibatch",
  corruptionLevel: "corruptionLevel",
  sparsity: "sparsity",
  visibleBiasInit: "visibleBiasInit",
  encoderLayerSizes: "encoder",
  decoderLayerSizes: "decoder",
  numSamples: "numSamples",
  visibleUnit: "visibleUnit",
  hiddenUnit: "hiddenUnit",
  k: "k",
  n: "n",
  alpha: "alpha",
  lambda: "lambda",
  depthMultiplier: "depthMultiplier",
  inputLength: "inputLength",
  inferInputLength: "inferInputLength",
  collapseDimensions: "collapseDimensions",
  poolingDimensions: "poolingDimensions",
  size: "size",
  cropping: "cropping",
  blockSize: "blockSize",
  blocks: "blocks",
  repetitionFactor: "repetitionFactor",
  mode: "mode",
  nHeads: "nHeads",
  headSize: "headSize",
  projectInput: "projectInput",
  nQueries: "nQueries",
  maskingValue: "maskValue",
  hasLayerNorm: "hasLayerNorm",
  gainInit: "gainInit",
  nu: "nu",
  windowSize: "windowSize",
  hiddenSize: "hiddenSize",
  lambdaCoord: "lambdaCoord",
  lambdaNoObj: "lambdaNoObj",
  capsules: "capsules",
  capsuleDimensions: "capsuleDimensions",
  routings: "routings",
  channels: "channels",
};

/** Fields of layers under which a wrapped one stands. */
const wrapped = ["underlying", "fwd", "layer"] as const;

export function trueLayer(json: JsonObject): TrueLayer {
  const { name, fields } = tagged(json) ?? { name: "?", fields: {} };
  const inner = wrapped.map((key) => objectAt(fields, key)).find(isObject);
  return {
    kind: oldNames[name] ?? name,
    name: textAt(fields, "layerName"),
    settings: settingsOf(name, fields),
    ...(inner && { inner: trueLayer(inner) }),
  };
}

function settingsOf(name: string, fields: JsonObject): ReadonlyMap<string, Truth> {
  const settings = new Map<string, Truth>();
  for (const [key, ours] of Object.entries(sameValue)) {
    const value = fields[key];
    if (value !== undefined && value !== null) settings.set(ours, value);
  }
  const put = (key: string, value: Truth): void => {
    if (value !== undefined) settings.set(key, value);
  };
  // A size of 0 is one that nobody has set yet.
  for (const [key, ours] of [
    ["nin", "nIn"],
    ["nout", "nOut"],
  ] as const)
    if (fields[key] !== 0) put(ours, fields[key] ?? undefined);
  put("activation", values.activation(fields.activationFn ?? fields.activation));
  put("gateActivation", values.activation(fields.gateActivationFn));
  put("zActivation", values.activation(fields.pzxActivationFn));
  put("weightInit", values.weightInit(fields));
  put("updater", values.updater(fields.iupdater ?? (isObject(fields.updater) ? fields.updater : undefined)) ?? values.oldUpdater(fields));
  put("biasUpdater", values.updater(fields.biasUpdater));
  put("dropOut", values.dropOut(fields));
  put("loss", values.losses(fields.lossFn) ?? textAt(fields, "lossFunction"));
  put("lossWeights", values.lossWeights(fields.lossFn));
  put("dropConnect", numberAt(tagged(fields.weightNoise)?.fields ?? {}, "weightRetainProb"));
  put("reconstruction", values.reconstruction(fields.outputDistribution));
  if ("regularization" in fields || listAt(fields, "regularization").length > 0)
    for (const [key, value] of Object.entries(values.penalties(fields))) put(key, value);
  // In the mode Same the padding is worked out anew and stored in place of the written one.
  if (name.startsWith("LocallyConnected")) settings.delete("padding");
  return settings;
}

/** A vertex: its fields under the names that its builder's arguments have in the model. */
const vertexFields: Readonly<Record<string, string>> = {
  op: "op",
  from: "fromIndex",
  to: "to",
  scaleFactor: "factor",
  shiftFactor: "shift",
  maskArrayInputName: "input",
  inputName: "input",
  newShape: "shape",
};

export function trueVertex(json: JsonObject): TrueLayer {
  const { name, fields } = tagged(json) ?? { name: "?", fields: {} };
  const settings = new Map<string, Truth>();
  for (const [key, ours] of Object.entries(vertexFields)) {
    const value = fields[key];
    if (value !== undefined && value !== null) settings.set(ours, value);
  }
  if (name === "UnstackVertex") {
    settings.set("index", fields.from);
    settings.set("of", fields.stackSize);
    settings.delete("fromIndex");
  }
  const preprocessor = tagged(fields.preProcessor);
  if (preprocessor) settings.set("preprocessor", preprocessor.name);
  return { kind: name, name: undefined, settings };
}
