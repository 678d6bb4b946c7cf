import { earlyStoppingIncomplete } from "./early-stopping-incomplete.js";
import { earlyStoppingOnTrainingData } from "./early-stopping-on-training-data.js";
import { noEarlyStopping } from "./no-early-stopping.js";
import { repeatedIterations } from "./repeated-iterations.js";
import { singlePass } from "./single-pass.js";
import { tooFewUpdates } from "./too-few-updates.js";

/** Rules on epochs, iterations and early stopping. */
export const rules = [
  repeatedIterations,
  singlePass,
  tooFewUpdates,
  noEarlyStopping,
  earlyStoppingIncomplete,
  earlyStoppingOnTrainingData,
] as const;
