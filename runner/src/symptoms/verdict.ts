import type { Network } from "../../../core/src/model/network.js";
import type { RunHistory } from "../run/history.js";
import type { Verdict } from "../protocol/events.js";
import { chanceLevel } from "./chance-level.js";
import { diverging } from "./diverging.js";
import { isBroken } from "./not-a-number.js";
import { mean, median, percent, shown } from "./symptom.js";
import { updateRatios } from "./update-ratios.js";
import { startingLoss, windowsOf } from "./windows.js";

/** Thresholds of a sweep's verdicts. */
export const verdictOptions = {
  /** Fewer steps tell nothing. */
  leastSteps: 50,
  windows: 5,
  /** A network learns where its loss falls by this share of where it began, as for `run/loss-flat`. */
  leastFall: 0.05,
  /** And by so many standard errors of a window's mean. */
  errors: 2,
  /** A start this many times the first step's loss is a jump away from it. */
  jump: 1.5,
  /** Updates that all together could have moved the weights by less than this share of their size cannot tell. */
  leastMovement: 0.2,
  /** Layers that were measured less often say nothing of their updates. */
  leastMeasured: 3,
};

/** How a run went, and what says so. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Judges a run by its curve: whether it learns, climbs, or does neither although it had the time to. */
export function judge(history: RunHistory, network: Network): Judgement {
  const broken = history.steps.find(isBroken);
  if (broken) return { verdict: "diverges", reason: `The loss is no longer a number from step ${broken.step} on.` };
  const [climbs] = diverging(history, network);
  if (climbs) return { verdict: "diverges", reason: climbs.message };
  const losses = history.steps.map(({ loss }) => loss);
  const { leastSteps, windows, leastFall, errors } = verdictOptions;
  if (losses.length < leastSteps) return { verdict: "too-short", reason: `${losses.length} steps tell nothing: it takes ${leastSteps}.` };
  const means = windowsOf(losses, windows).map(mean);
  const [start, last] = [beginning(losses, means), means.at(-1) ?? NaN];
  const share = (start - last) / Math.abs(start);
  const fell = `from ${shown(start)} to ${shown(last)} in ${losses.length} steps`;
  const { accuracy = 0, r2 = 0 } = history.evaluation?.metric ?? {};
  const isFall = share >= leastFall && start - last > errors * standardError(losses, windows);
  const [chance] = chanceLevel(history, network);
  if (isFall && !chance) return { verdict: "learns", reason: `The loss falls by ${percent(share)}, ${fell}.` };
  if (Math.max(accuracy, r2) >= goodMetric) return { verdict: "learns", reason: `There is little left to learn: the loss goes ${fell}.` };
  return (
    cannotTell(history, network, means) ?? {
      verdict: "flat",
      reason: isFall && chance ? chance.message : `The loss hardly falls, ${fell}.`,
    }
  );
}

/** Where the loss began; the first step's loss where the run has jumped above it before it fell. */
function beginning(losses: readonly number[], means: readonly number[]): number {
  const [first = NaN] = losses;
  const start = startingLoss(losses, means);
  return start > verdictOptions.jump * first ? first : start;
}

/** A network that is this good has learnt what there is, though its loss falls no more. */
const goodMetric = 0.95;

/** Why a curve that hardly falls is too short to be called flat; `undefined` where it is long enough. */
function cannotTell(history: RunHistory, network: Network, means: readonly number[]): Judgement | undefined {
  const steps = history.steps.length;
  const movement = largestMovement(history, network);
  if (movement !== undefined && movement < verdictOptions.leastMovement)
    return {
      verdict: "too-short",
      reason: `${steps} steps at this rate move the weights by no more than ${movement < 0.01 ? `${shown(100 * movement)} %` : percent(movement)} of their size: that is too little to tell.`,
    };
  const losses = history.steps.map(({ loss }) => loss);
  const [, , third = NaN, fourth = NaN, last = NaN] = means;
  const isFalling = third > fourth && fourth > last && third - last > verdictOptions.errors * standardError(losses, means.length);
  return isFalling ? { verdict: "too-short", reason: `The loss falls slowly, and still fell after ${steps} steps.` } : undefined;
}

/** By which share of their size the updates of the layer that moves most could have moved its weights, had all gone the same way. */
function largestMovement(history: RunHistory, network: Network): number | undefined {
  const ratios = [...updateRatios(history, network, verdictOptions.leastMeasured).values()].map(({ all }) => all);
  return ratios.length === 0 ? undefined : 10 ** Math.max(...ratios) * history.steps.length;
}

/** Standard error of the mean of the last window's losses. */
function standardError(losses: readonly number[], windows: number): number {
  const last = windowsOf(losses, windows).at(-1) ?? [];
  const middle = median(last);
  return Math.sqrt(mean(last.map((loss) => (loss - middle) ** 2)) / last.length);
}
