import type { ApiUse } from "../../../model/written.js";

/** Releases in order, as far as calls appear and disappear between them. */
export const releases: readonly string[] = (
  "0.4-rc3.8 0.4.0 0.5.0 0.6.0 0.7.0 0.7.2 0.8.0 0.9.1 1.0.0-alpha 1.0.0-beta 1.0.0-beta2 1.0.0-beta3 1.0.0-beta4 1.0.0-beta5 1.0.0-beta6 " +
  "1.0.0-beta7 1.0.0-M1 1.0.0-M1.1 1.0.0-M2 1.0.0-M2.1"
).split(" ");

/** A call that only some releases have. */
interface Boundary {
  readonly owner?: RegExp;
  readonly names: readonly string[];
  readonly argumentCount?: (count: number) => boolean;
  readonly since?: string;
  /** The last release that has it. */
  readonly last?: string;
}

const builder = /^NeuralNetConfiguration\.Builder$/;
const anyBuilder = /Builder$/;
const listBuilder = /(ListBuilder|GraphBuilder)$/;

/** The decisive calls: what came and went between releases. */
const boundaries: readonly Boundary[] = [
  { owner: builder, names: ["list"], argumentCount: (count) => count === 1, last: "0.5.0" },
  { owner: /^ListBuilder$|ListBuilder$/, names: ["cnnInputSize"], last: "0.7.2" },
  { names: ["ConvolutionLayerSetup"], last: "0.7.2" },
  {
    owner: /^(GRU|ImageLSTM|RecursiveAutoEncoder)\b/,
    names: ["GRU.Builder", "ImageLSTM.Builder", "RecursiveAutoEncoder.Builder"],
    last: "0.5.0",
  },
  { owner: /^WeightInit$/, names: ["NORMALIZED", "SIZE", "VI"], last: "0.7.2" },
  {
    owner: anyBuilder,
    names: (
      "iterations learningRate biasLearningRate momentum momentumAfter rho rmsDecay epsilon adamMeanDecay adamVarDecay learningRateDecayPolicy " +
      "learningRateSchedule lrPolicyDecayRate lrPolicyPower lrPolicySteps useDropConnect leakyreluAlpha"
    ).split(" "),
    last: "0.9.1",
  },
  { names: ["RBM.Builder"], last: "0.9.1" },
  { owner: /^HiddenUnit|VisibleUnit|LearningRatePolicy$/, names: [], last: "0.9.1" },
  { owner: listBuilder, names: ["pretrain", "backprop"], last: "1.0.0-beta3" },
  { owner: builder, names: ["legacyBatchScaledL2"], since: "1.0.0-beta3", last: "1.0.0-beta3" },
  { owner: /^OptimizationAlgorithm$/, names: ["HESSIAN_FREE"], last: "1.0.0-beta" },
  { owner: /^LossFunction$/, names: ["EXPLL", "RMSE_XENT"], last: "1.0.0-beta5" },
  { owner: listBuilder, names: ["layer"], argumentCount: (count) => count === 1, since: "1.0.0-alpha" },
  { owner: anyBuilder, names: ["biasUpdater", "weightNoise", "units", "hasBias"], since: "1.0.0-alpha" },
  { owner: anyBuilder, names: ["weightDecay", "weightDecayBias", "dataType", "gainInit"], since: "1.0.0-beta4" },
  { owner: anyBuilder, names: ["overrideNinUponBuild"], since: "1.0.0-M1" },
  { names: ["Dropout", "GaussianDropout", "GaussianNoise", "AlphaDropout"], since: "1.0.0-alpha" },
  { names: ["SpatialDropout", "AMSGrad"], since: "1.0.0-beta" },
  { names: ["AdaBelief"], since: "1.0.0-M1" },
  { names: ["Adam", "AdaMax", "Nadam"], argumentCount: (count) => count === 1, since: "1.0.0-alpha" },
  {
    names: "StepSchedule ExponentialSchedule InverseSchedule PolySchedule SigmoidSchedule MapSchedule MapSchedule.Builder".split(" "),
    since: "1.0.0-alpha",
  },
  {
    names: "Bidirectional LastTimeStep SimpleRnn.Builder Deconvolution2D.Builder SeparableConvolution2D.Builder".split(" "),
    since: "1.0.0-alpha",
  },
];

/** First and last release that have a call, where that is decisive. */
export function lifeOf(use: ApiUse): { readonly since?: string; readonly last?: string } | undefined {
  return boundaries.find(
    ({ owner, names, argumentCount }) =>
      (owner === undefined || owner.test(use.owner)) &&
      (names.length === 0 || names.includes(use.name)) &&
      (argumentCount === undefined || argumentCount(use.argumentCount)),
  );
}
