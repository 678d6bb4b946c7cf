import type { ApiUse } from "../../model/written.js";

/** Something that Deeplearning4j had, and from which release on it is gone. */
interface Removal {
  readonly kind: ApiUse["kind"];
  readonly owner: RegExp;
  readonly names: readonly string[];
  readonly removedIn: string;
}

/** Builders of the configuration and of layers. */
const configurationBuilder = /Builder$/;
const networkBuilder = /(ListBuilder|GraphBuilder|MultiLayerConfiguration\.Builder)$/;
const globalBuilder = /^NeuralNetConfiguration\.Builder$/;

const words = (text: string) => text.split(" ");

/** From the release histories of the classes, 0.4-rc0 to 1.0.0-M2.1. */
const removals: readonly Removal[] = [
  {
    kind: "method",
    owner: configurationBuilder,
    names: words(
      "iterations learningRate biasLearningRate momentum momentumAfter rho rmsDecay epsilon adamMeanDecay adamVarDecay learningRateDecayPolicy " +
        "learningRateSchedule learningRateScoreBasedDecayRate lrPolicyDecayRate lrPolicyPower lrPolicySteps useDropConnect leakyreluAlpha",
    ),
    removedIn: "1.0.0-alpha",
  },
  { kind: "method", owner: networkBuilder, names: ["pretrain", "backprop"], removedIn: "1.0.0-beta4" },
  { kind: "method", owner: networkBuilder, names: ["cnnInputSize"], removedIn: "0.9.1" },
  { kind: "method", owner: configurationBuilder, names: ["legacyBatchScaledL2"], removedIn: "1.0.0-beta4" },
  {
    kind: "method",
    owner: globalBuilder,
    names: words("constrainGradientToUnitNorm timeSeriesLength schedules learningRateAfter"),
    removedIn: "0.4.0",
  },
  { kind: "method", owner: globalBuilder, names: ["batchSize"], removedIn: "0.4-rc3.8" },
  { kind: "constructor", owner: /^RBM\b/, names: ["RBM", "RBM.Builder"], removedIn: "1.0.0-alpha" },
  { kind: "constructor", owner: /^GRU\b/, names: ["GRU", "GRU.Builder"], removedIn: "0.6.0" },
  { kind: "constructor", owner: /^ImageLSTM\b/, names: ["ImageLSTM", "ImageLSTM.Builder"], removedIn: "0.4.0" },
  {
    kind: "constructor",
    owner: /^RecursiveAutoEncoder\b/,
    names: ["RecursiveAutoEncoder", "RecursiveAutoEncoder.Builder"],
    removedIn: "0.4.0",
  },
  { kind: "constructor", owner: /^RawMnistDataSetIterator$/, names: ["RawMnistDataSetIterator"], removedIn: "1.0.0-beta2" },
  { kind: "constructor", owner: /^CifarDataSetIterator$/, names: ["CifarDataSetIterator"], removedIn: "1.0.0-beta4" },
  { kind: "constant", owner: /WeightInit$/, names: ["NORMALIZED", "SIZE", "VI"], removedIn: "0.8.0" },
  { kind: "constant", owner: /LossFunction$/, names: ["EXPLL", "RMSE_XENT", "CUSTOM"], removedIn: "1.0.0-beta6" },
  { kind: "constant", owner: /OptimizationAlgorithm$/, names: ["HESSIAN_FREE"], removedIn: "1.0.0-beta2" },
  { kind: "constant", owner: /PoolingType$/, names: ["NONE"], removedIn: "1.0.0-alpha" },
];

/** The release from which on a call, class or constant is gone; `undefined` for everything that is still there. */
export function removalOf({ kind, owner, name }: ApiUse): string | undefined {
  return removals.find((removal) => removal.kind === kind && removal.owner.test(owner) && removal.names.includes(name))?.removedIn;
}
