import type { CallTable } from "./meaning.js";
import { enumeration } from "./meaning.js";
import { inheritable, regularizationAndUpdate } from "./shared-calls.js";

/** `NeuralNetConfiguration.Builder`: keys are addresses. */
export const globalCalls: CallTable = {
  ...addressed("train", regularizationAndUpdate),
  ...addressed("defaults", inheritable),
  convolutionMode: { key: "defaults.convolutionMode", type: enumeration("ConvolutionMode") },
  seed: { key: "train.seed", type: "number" },
  iterations: { key: "train.iterations", type: "number" },
  optimizationAlgo: { key: "train.optimizationAlgo", type: enumeration("OptimizationAlgorithm") },
  regularization: { key: "train.regularization", type: "boolean" },
  useDropConnect: { key: "train.useDropConnect", type: "boolean" },
  miniBatch: { key: "train.miniBatch", type: "boolean" },
};

/** `NeuralNetConfiguration.ListBuilder`, `MultiLayerConfiguration.Builder` and `ComputationGraphConfiguration.GraphBuilder`. */
export const networkCalls: CallTable = {
  backpropType: { key: "train.backpropType", type: enumeration("BackpropType") },
  tBPTTForwardLength: { key: "train.tbpttForward", type: "number" },
  tBPTTBackwardLength: { key: "train.tbpttBackward", type: "number" },
  tBPTTLength: { key: "train.tbpttForward", type: "number" },
  pretrain: { key: "train.pretrain", type: "boolean" },
  backprop: { key: "train.backprop", type: "boolean" },
  overrideNinUponBuild: { key: "train.overrideNinUponBuild", type: "boolean" },
};

function addressed(section: string, table: CallTable): CallTable {
  return Object.fromEntries(Object.entries(table).map(([method, meaning]) => [method, { ...meaning, key: `${section}.${meaning.key}` }]));
}
