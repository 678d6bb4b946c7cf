import { otherRate, rateInForce } from "./learning-rate.js";
import { mean, shown, type FindSymptom } from "./symptom.js";
import { windowsOf } from "./windows.js";

/** Thresholds of `run/diverging`. */
export const divergingOptions = {
  /** Fewer steps say nothing. */
  leastSteps: 20,
  windows: 5,
  /** The last window's loss against the smallest window's. */
  aboveMinimum: 2,
  /** A loss that has come down to a small share of the first one may jump without harm. */
  shareOfFirst: 0.5,
  /** The last window's loss against the first step's. */
  aboveFirst: 1000,
};

/** The training loss climbs: above twice its minimum and rising, or a thousand times the first. */
export const diverging: FindSymptom = ({ steps }, network) => {
  const { leastSteps, windows, aboveMinimum, shareOfFirst, aboveFirst } = divergingOptions;
  const losses = steps.map(({ loss }) => loss);
  const [first = 0] = losses;
  if (losses.length < leastSteps || !losses.every(Number.isFinite)) return [];
  const means = windowsOf(losses, windows).map(mean);
  const [before = 0, last = 0] = means.slice(-2);
  const lowest = Math.min(first, ...means);
  const climbs = lowest > 0 && last > aboveMinimum * lowest && last > before && last > shareOfFirst * first;
  if (!climbs && !(first > 0 && last >= aboveFirst * first)) return [];
  const rate = rateInForce(network);
  return [
    {
      rule: "run/diverging",
      severity: "error",
      message: `The loss climbs: ${shown(last)} at the end, ${shown(lowest)} at its lowest, ${shown(first)} at the start.`,
      detail: `Above ${aboveMinimum} times its minimum and still rising: each update overshoots. Most often the learning rate is too high.`,
      evidence: { first, lowest, last, windows: means },
      layer: null,
      at: rate,
      fixes: otherRate(rate, 0.1),
    },
  ];
};
