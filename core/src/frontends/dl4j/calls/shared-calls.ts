import type { CallTable } from "./meaning.js";
import { enumeration } from "./meaning.js";

/** Calls that the configuration's builder and every layer's builder have alike. */
export const regularizationAndUpdate: CallTable = {
  updater: { key: "updater", type: "updater" },
  biasUpdater: { key: "biasUpdater", type: "updater" },
  l1: { key: "l1", type: "number" },
  l2: { key: "l2", type: "number" },
  l1Bias: { key: "l1Bias", type: "number" },
  l2Bias: { key: "l2Bias", type: "number" },
  weightDecay: { key: "weightDecay", type: "weightDecay" },
  weightDecayBias: { key: "weightDecayBias", type: "weightDecay" },
  weightNoise: { key: "dropConnect", type: "weightNoise" },
  constrainWeights: { key: "constrainWeights", type: "constraints" },
  constrainBias: { key: "constrainBias", type: "constraints" },
  constrainAllParameters: { key: "constrainAllParameters", type: "constraints" },
  gradientNormalization: { key: "gradientNormalization", type: enumeration("GradientNormalization") },
  gradientNormalizationThreshold: { key: "gradientNormalizationThreshold", type: "number" },
  // the separate calls of 0.x
  learningRate: { key: "learningRate", type: "number" },
  momentum: { key: "momentum", type: "number" },
  rho: { key: "rho", type: "number" },
  rmsDecay: { key: "rmsDecay", type: "number" },
  epsilon: { key: "epsilon", type: "number" },
  adamMeanDecay: { key: "adamMeanDecay", type: "number" },
  adamVarDecay: { key: "adamVarDecay", type: "number" },
  learningRateDecayPolicy: { key: "learningRatePolicy", type: enumeration("LearningRatePolicy") },
  lrPolicyDecayRate: { key: "lrPolicyDecayRate", type: "number" },
  lrPolicyPower: { key: "lrPolicyPower", type: "number" },
  lrPolicySteps: { key: "lrPolicySteps", type: "number" },
  learningRateSchedule: { key: "learningRateSchedule", type: "map" },
};

/** Calls whose value layers inherit where they have none of their own. */
export const inheritable: CallTable = {
  activation: { key: "activation", type: "activation" },
  activationFunction: { key: "activation", type: "activation" },
  weightInit: { key: "weightInit", type: "weightInit" },
  dist: { key: "dist", type: "distribution" },
  biasInit: { key: "biasInit", type: "number" },
  dropOut: { key: "dropOut", type: "dropOut" },
  convolutionMode: { key: "mode", type: enumeration("ConvolutionMode") },
};
