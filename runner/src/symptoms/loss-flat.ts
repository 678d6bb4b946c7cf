import type { Network } from "../../../core/src/model/network.js";
import type { RunHistory } from "../run/history.js";
import { otherRate, rateInForce } from "./learning-rate.js";
import { mean, median, percent, shown, type FindSymptom } from "./symptom.js";
import { medianRatios } from "./update-ratios.js";
import { updateRatioOptions } from "./update-ratio.js";
import { windowsOf } from "./windows.js";

/** Thresholds of `run/loss-flat`. */
export const lossFlatOptions = {
  /** Fewer steps say nothing: ten for each window. */
  leastSteps: 50,
  windows: 5,
  /** By less than this share of the first loss. */
  leastFall: 0.05,
  /** A network that is this good has nothing left to learn. */
  goodAccuracy: 0.95,
};

/** The training loss hardly falls from the start to the end. */
export const lossFlat: FindSymptom = (history, network) => {
  const { leastSteps, windows, leastFall, goodAccuracy } = lossFlatOptions;
  const losses = history.steps.map(({ loss }) => loss);
  if (losses.length < leastSteps || !losses.every(Number.isFinite)) return [];
  const { accuracy = 0, r2 = 0 } = history.evaluation?.metric ?? {};
  if (accuracy >= goodAccuracy || r2 >= goodAccuracy) return [];
  const means = windowsOf(losses, windows).map(mean);
  const start = Math.max(mean(losses.slice(0, 3)), means[0] ?? 0);
  const lowest = Math.min(...means);
  const fall = (start - lowest) / Math.abs(start);
  if (!(fall < leastFall)) return [];
  const rate = rateInForce(network);
  return [
    {
      rule: "run/loss-flat",
      severity: "warning",
      message: `The loss hardly falls: ${shown(start)} at the start, ${shown(lowest)} at its lowest in ${losses.length} steps (${percent(Math.max(0, fall))}).`,
      detail: `Less than ${percent(leastFall)} over ${windows} windows. ${reason(history, network)}`,
      evidence: { start, lowest, steps: losses.length, windows: means },
      layer: null,
      at: rate,
      fixes: otherRate(rate, rateFactor(history, network) ?? 1),
    },
  ];
};

function reason(history: RunHistory, network: Network): string {
  const factor = rateFactor(history, network);
  if (factor === undefined) return "Look at the learning rate, at how inputs and labels are scaled, at activations and initial weights.";
  return factor > 1
    ? "The updates are tiny beside the weights: the learning rate is too low."
    : "The updates are large beside the weights: the learning rate is too high, the network jumps instead of settling.";
}

/** By how much the updates say that the rate should change; `undefined` where they are of a usual size, or were not measured. */
export function rateFactor(history: RunHistory, network: Network): number | undefined {
  const { low, ideal, high, leastMeasured } = updateRatioOptions;
  const ratios = [...medianRatios(history, network, leastMeasured).values()];
  if (ratios.length === 0) return undefined;
  const middle = median(ratios);
  return middle < low || middle > high ? 10 ** (ideal - middle) : undefined;
}
