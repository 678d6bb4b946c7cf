import type { Network } from "../../../core/src/model/network.js";
import type { RunHistory } from "../run/history.js";
import { hasReason, reasonOf } from "./not-learning.js";
import { mean, percent, shown, type FindSymptom } from "./symptom.js";
import { startingLoss, windowsOf } from "./windows.js";

/** Thresholds of `run/loss-flat`. */
export const lossFlatOptions = {
  /** Fewer steps say nothing: ten for each window. */
  leastSteps: 50,
  /** Without anything that explains it a network may just need longer to set out. */
  leastStepsUnexplained: 200,
  windows: 5,
  /** By less than this share of the first loss. */
  leastFall: 0.05,
  /** A network that is this good has nothing left to learn. */
  goodAccuracy: 0.95,
};

/** The training loss hardly falls from the start to the end. */
export const lossFlat: FindSymptom = (history, network) => {
  const fall = flatFall(history, network);
  if (!fall) return [];
  const { windows, leastFall } = lossFlatOptions;
  const { start, lowest, share, means } = fall;
  const steps = history.steps.length;
  const { at, fixes, sentence } = reasonOf(history, network);
  return [
    {
      rule: "run/loss-flat",
      severity: "warning",
      message: `The loss hardly falls: ${shown(start)} at the start, ${shown(lowest)} at its lowest in ${steps} steps (${percent(Math.max(0, share))}).`,
      detail: `Less than ${percent(leastFall)} over ${windows} windows. ${sentence}`,
      evidence: { start, lowest, steps, windows: means },
      layer: null,
      at,
      fixes,
    },
  ];
};

/** How little the loss falls; `undefined` where it falls, or nothing can be said. */
export function flatFall(history: RunHistory, network: Network) {
  const { leastSteps, leastStepsUnexplained, windows, leastFall, goodAccuracy } = lossFlatOptions;
  const losses = history.steps.map(({ loss }) => loss);
  if (losses.length < leastSteps || !losses.every(Number.isFinite)) return undefined;
  if (losses.length < leastStepsUnexplained && !hasReason(history, network)) return undefined;
  const { accuracy = 0, r2 = 0 } = history.evaluation?.metric ?? {};
  if (accuracy >= goodAccuracy || r2 >= goodAccuracy) return undefined;
  const means = windowsOf(losses, windows).map(mean);
  const start = startingLoss(losses, means);
  const lowest = Math.min(...means);
  const share = (start - lowest) / Math.abs(start);
  return share < leastFall ? { start, lowest, share, means } : undefined;
}
