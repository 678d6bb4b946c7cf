import { causesOf, joinedFixes } from "./cause.js";
import { calmerRate } from "./not-learning.js";
import { isTooHigh, rateInForce } from "./rate.js";
import { mean, shown, type FindSymptom } from "./symptom.js";
import { windowsOf } from "./windows.js";

/** Thresholds of `run/diverging`. */
export const divergingOptions = {
  /** Fewer steps say nothing. */
  leastSteps: 20,
  windows: 5,
  /** The last window's loss against the smallest window's. */
  aboveMinimum: 2,
  /** The first loss is that of so many examples: one small minibatch tells little. */
  firstExamples: 16,
  /** A loss that has come down to a small share of the first one may jump without harm. */
  shareOfFirst: 0.5,
  /** The last window's loss against the first step's. */
  aboveFirst: 1000,
};

/** The training loss climbs: above twice its minimum and rising, or a thousand times the first. */
export const diverging: FindSymptom = (history, network) => {
  const { leastSteps, windows, aboveMinimum, firstExamples, shareOfFirst, aboveFirst } = divergingOptions;
  const losses = history.steps.map(({ loss }) => loss);
  if (losses.length < leastSteps || !losses.every(Number.isFinite)) return [];
  const first = mean(losses.slice(0, Math.min(leastSteps / 4, Math.ceil(firstExamples / history.batchSize))));
  const means = windowsOf(losses, windows).map(mean);
  const [before = 0, last = 0] = means.slice(-2);
  const lowest = Math.min(first, ...means);
  // One that has jumped far above its start and stays there has diverged as well.
  const isStillRising = last > before || last > aboveMinimum * first;
  const climbs = lowest > 0 && last > aboveMinimum * lowest && isStillRising && last > shareOfFirst * first;
  if (!climbs && !(first > 0 && last >= aboveFirst * first)) return [];
  const rate = rateInForce(network);
  const cause = isTooHigh(rate)
    ? undefined
    : causesOf(history, network).find(({ rule }) => /^(learning-rate|data|init|activation)/.test(rule));
  return [
    {
      rule: "run/diverging",
      severity: "error",
      message: `The loss climbs: ${shown(last)} at the end, ${shown(lowest)} at its lowest, ${shown(first)} at the start.`,
      detail: `Above ${aboveMinimum} times its minimum, and not coming down: each update overshoots. Most often the learning rate is too high.${cause ? ` ${cause.message}` : ""}`,
      evidence: { first, lowest, last, windows: means },
      layer: null,
      at: cause?.at ?? rate.at,
      fixes: joinedFixes(cause?.fixes ?? [], calmerRate(history, network)),
    },
  ];
};
