/**
 * What comes into a layer, before which Deeplearning4j inserts a preprocessor where it can.
 * `volume` is the input of three-dimensional convolutions, whose sizes this model does not follow.
 */
export type WantedInput = "feedForward" | "recurrent" | "convolutional" | "volume" | "any";

/** What a layer is for. */
export type LayerCategory =
  | "feedForward"
  | "embedding"
  | "pretraining"
  | "convolution"
  | "pooling"
  | "resizing"
  | "recurrent"
  | "attention"
  | "capsule"
  | "normalization"
  | "activation"
  | "dropout"
  | "output"
  | "loss"
  | "mask"
  | "wrapper";

/** Sizes of a sliding window where the layer says none; a kernel without a default has to be written. */
export interface WindowSizes {
  readonly kernel?: readonly number[];
  readonly stride: readonly number[];
}

/** What a kind of layer has. */
export interface LayerFacts {
  readonly category: LayerCategory;
  readonly wants: WantedInput;
  /** It has weights: `nIn`, `nOut`, initialization, updater, l1, l2, … (`BaseLayer` in Deeplearning4j). */
  readonly weights: boolean;
  /** It takes an activation: the global one unless noted in `resolve/activations.ts`. */
  readonly activation: boolean;
  /** It is an output or loss layer. */
  readonly loss: boolean;
  /** It slides a kernel: number of dimensions. */
  readonly kernel?: 1 | 2 | 3;
  readonly window?: WindowSizes;
  /** Whether `hasBias` is a setting of it. */
  readonly bias?: boolean;
  /** The loss of layerwise pretraining where none is written. */
  readonly pretrainingLoss?: string;
  /** Other settings by canonical key, with Deeplearning4j's defaults; `null`: no default. */
  readonly more?: Readonly<Record<string, number | boolean | string | readonly number[] | null>>;
}

const dense: LayerFacts = { category: "feedForward", wants: "feedForward", weights: true, activation: true, loss: false, bias: true };
const output: LayerFacts = { ...dense, category: "output", loss: true };
const plain = { wants: "any", weights: false, activation: false, loss: false } as const;
const lossLayer = { ...plain, category: "loss", activation: true, loss: true } as const;
const pretraining: LayerFacts = {
  ...dense,
  category: "pretraining",
  bias: false,
  pretrainingLoss: "RECONSTRUCTION_CROSSENTROPY",
};
const cell: LayerFacts = { category: "recurrent", wants: "recurrent", weights: true, activation: true, loss: false };
const lstm: LayerFacts = { ...cell, more: { forgetGateBiasInit: 1, gateActivation: "SIGMOID" } };
const convolution: LayerFacts = {
  ...dense,
  category: "convolution",
  wants: "convolutional",
  kernel: 2,
  window: { kernel: [5, 5], stride: [1, 1] },
};
const pooling: LayerFacts = {
  ...plain,
  category: "pooling",
  wants: "convolutional",
  kernel: 2,
  window: { kernel: [1, 1], stride: [2, 2] },
};
const image = { ...plain, category: "resizing", wants: "convolutional" } as const;
const series = { ...plain, category: "resizing", wants: "recurrent" } as const;
const volume = { ...plain, category: "resizing", wants: "volume" } as const;
const attention: LayerFacts = { ...cell, category: "attention", activation: false };
const wrapper = { ...plain, category: "wrapper" } as const;

/**
 * By Deeplearning4j's class name (`org.deeplearning4j.nn.conf.layers` and its subpackages, 0.4-rc0 to 1.0.0-M2.1): the builders'
 * fields and their initial values. A class that is not here is one of the user's own.
 */
export const layers: Readonly<Record<string, LayerFacts>> = {
  DenseLayer: dense,
  ElementWiseMultiplicationLayer: { ...dense, bias: false },
  EmbeddingLayer: { ...dense, category: "embedding" },
  EmbeddingSequenceLayer: { ...dense, category: "embedding", wants: "any" },

  AutoEncoder: { ...pretraining, more: { corruptionLevel: 0.3, sparsity: 0 } },
  RBM: { ...pretraining, more: { visibleUnit: "BINARY", hiddenUnit: "BINARY", k: 1, sparsity: 0 } },
  RecursiveAutoEncoder: pretraining,
  VariationalAutoencoder: {
    ...pretraining,
    more: { encoder: [100], decoder: [100], reconstruction: null, zActivation: "IDENTITY", numSamples: 1 },
  },

  OutputLayer: output,
  CenterLossOutputLayer: { ...output, more: { alpha: 0.05, lambda: 2e-4 } },
  OCNNOutputLayer: { ...output, more: { nu: 0.04, windowSize: 10_000 } },
  RnnOutputLayer: { ...output, wants: "recurrent" },
  LossLayer: { ...lossLayer, wants: "feedForward" },
  RnnLossLayer: { ...lossLayer, wants: "recurrent" },
  CnnLossLayer: { ...lossLayer, wants: "convolutional" },
  Cnn3DLossLayer: { ...lossLayer, wants: "volume" },

  ConvolutionLayer: convolution,
  Deconvolution2D: convolution,
  SeparableConvolution2D: { ...convolution, more: { depthMultiplier: 1 } },
  DepthwiseConvolution2D: { ...convolution, more: { depthMultiplier: 1 } },
  LocallyConnected2D: { ...convolution, window: { kernel: [2, 2], stride: [1, 1] } },
  Convolution1DLayer: { ...convolution, wants: "recurrent", kernel: 1, window: { stride: [1] } },
  LocallyConnected1D: { ...convolution, wants: "recurrent", kernel: 1, window: { kernel: [2], stride: [1] } },
  Convolution3D: { ...convolution, wants: "volume", kernel: 3, window: { kernel: [2, 2, 2], stride: [1, 1, 1] } },
  Deconvolution3D: { ...convolution, wants: "volume", kernel: 3, window: { kernel: [2, 2, 2], stride: [1, 1, 1] } },

  SubsamplingLayer: pooling,
  Subsampling1DLayer: { ...pooling, wants: "recurrent", kernel: 1, window: { kernel: [2], stride: [2] } },
  Subsampling3DLayer: { ...pooling, wants: "volume", kernel: 3, window: { kernel: [1, 1, 1], stride: [2, 2, 2] } },
  GlobalPoolingLayer: { ...plain, category: "pooling", more: { collapseDimensions: true } },

  Upsampling1D: { ...series, more: { size: [1] } },
  Upsampling2D: { ...image, more: { size: [1, 1] } },
  Upsampling3D: { ...volume, more: { size: [1, 1, 1] } },
  ZeroPadding1DLayer: series,
  ZeroPaddingLayer: image,
  ZeroPadding3DLayer: volume,
  Cropping1D: { ...series, more: { cropping: [0, 0] } },
  Cropping2D: { ...image, more: { cropping: [0, 0, 0, 0] } },
  Cropping3D: { ...volume, more: { cropping: [0, 0, 0, 0, 0, 0] } },
  SpaceToBatchLayer: image,
  SpaceToDepthLayer: image,
  RepeatVector: { ...plain, category: "resizing", wants: "feedForward", more: { repetitionFactor: 1 } },

  LocalResponseNormalization: {
    ...plain,
    category: "normalization",
    wants: "convolutional",
    more: { k: 2, n: 5, alpha: 1e-4, beta: 0.75 },
  },
  BatchNormalization: {
    ...plain,
    category: "normalization",
    weights: true,
    more: { decay: 0.9, eps: 1e-5, lockGammaBeta: false, useLogStd: true },
  },
  ActivationLayer: { ...plain, category: "activation", activation: true },
  PReLULayer: { ...plain, category: "activation", weights: true },
  DropoutLayer: { ...plain, category: "dropout" },

  LSTM: lstm,
  GravesLSTM: lstm,
  GravesBidirectionalLSTM: lstm,
  SimpleRnn: cell,
  GRU: cell,
  ImageLSTM: cell,

  SelfAttentionLayer: { ...attention, more: { nHeads: 1, projectInput: false } },
  LearnedSelfAttentionLayer: { ...attention, more: { nHeads: 1, projectInput: false } },
  RecurrentAttentionLayer: { ...attention, activation: true, bias: true, more: { nHeads: 1, projectInput: true } },

  CapsuleLayer: { ...attention, category: "capsule", more: { routings: 3 } },
  PrimaryCapsules: {
    ...attention,
    category: "capsule",
    wants: "convolutional",
    kernel: 2,
    window: { kernel: [9, 9], stride: [2, 2] },
    more: { channels: 32 },
  },
  CapsuleStrengthLayer: { ...series, category: "capsule" },

  MaskLayer: { ...plain, category: "mask", wants: "recurrent" },
  MaskZeroLayer: { ...wrapper, wants: "recurrent" },
  Bidirectional: { ...wrapper, wants: "recurrent" },
  LastTimeStep: { ...wrapper, wants: "recurrent" },
  TimeDistributed: { ...wrapper, wants: "recurrent" },
  FrozenLayer: wrapper,
  FrozenLayerWithBackprop: wrapper,
};

/** Layers that hold another one, on which the settings are written. */
export const wrappers: ReadonlySet<string> = new Set(Object.keys(layers).filter((name) => layers[name]?.category === "wrapper"));

/** Layers whose weights never change. */
export const frozenKinds: ReadonlySet<string> = new Set(["FrozenLayer", "FrozenLayerWithBackprop"]);
