import type { CallTable, Meaning } from "./meaning.js";
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
  // setters of the configuration that was built
  setBackpropType: { key: "train.backpropType", type: enumeration("BackpropType") },
  setTbpttFwdLength: { key: "train.tbpttForward", type: "number" },
  setTbpttBackLength: { key: "train.tbpttBackward", type: "number" },
  setPretrain: { key: "train.pretrain", type: "boolean" },
  setBackprop: { key: "train.backprop", type: "boolean" },
};

/** `FineTuneConfiguration.Builder`. */
export const fineTuneCalls: CallTable = {
  ...globalCalls,
  ...networkCalls,
  dropout: { key: "defaults.dropOut", type: "dropOut" },
  tbpttFwdLength: { key: "train.tbpttForward", type: "number" },
  tbpttBackLength: { key: "train.tbpttBackward", type: "number" },
  iUpdater: { key: "train.updater", type: "updater" },
};

function addressed(section: string, table: CallTable): CallTable {
  return Object.fromEntries(Object.entries(table).map(([method, meaning]) => [method, { ...meaning, key: `${section}.${meaning.key}` }]));
}

/** The call that writes an address, and which builder has it. */
export function callForAddress(
  address: string,
): { readonly method: string; readonly meaning: Meaning; readonly isGlobal: boolean } | undefined {
  for (const [table, isGlobal] of [[globalCalls, true] as const, [networkCalls, false] as const]) {
    const found = Object.entries(table).find(([, meaning]) => meaning.key === address);
    if (found) return { method: found[0], meaning: found[1], isGlobal };
  }
  return undefined;
}
