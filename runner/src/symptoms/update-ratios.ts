import type { Network } from "../../../core/src/model/network.js";
import { innermost, isFrozen } from "../../../core/src/resolve/layers-of.js";
import type { RunHistory } from "../run/history.js";
import { mean, median } from "./symptom.js";
import { startingLoss, windowsOf } from "./windows.js";

/** The first steps, before the updaters' moments have filled, do not count. */
const startingSteps = 10;

/** The loss has settled once it is within this share of the whole fall from where it ends. */
const settledShare = 0.05;

/** log10 of mean |update| / mean |weight| of a layer, medians over a run's steps. */
export interface UpdateRatio {
  /** Over all steps after the first ten. */
  readonly all: number;
  /** Until the loss has settled: from then on small updates are as they should be. `undefined` where too few were measured. */
  readonly learning: number | undefined;
}

/**
 * The update ratios of every layer that learns, by layer id. Batch normalization, whose gamma starts at 1, and embeddings, of which a
 * minibatch meets few rows, are left out.
 * @param leastMeasured layers that were measured less often are left out
 */
export function updateRatios(
  { steps }: Pick<RunHistory, "steps">,
  { layers }: Network,
  leastMeasured: number,
): ReadonlyMap<string, UpdateRatio> {
  const until = settledAt(steps.map(({ loss }) => loss));
  const measured = steps
    .filter(({ step }) => step > startingSteps)
    .flatMap(({ step, layers: of = [] }) => of.map((one) => ({ step, ...one })));
  const judged = layers.filter((layer) => !isFrozen(layer) && !/^(Embedding|BatchNormalization|PReLU)/.test(innermost(layer).kind));
  return new Map(
    judged.flatMap(({ id }) => {
      const own = measured.flatMap(({ layer, step, updateRatioLog10: ratio }) => (layer === id && ratio !== null ? [{ step, ratio }] : []));
      if (own.length < leastMeasured) return [];
      const learning = own.filter(({ step }) => step <= until);
      const medianOf = (some: typeof own) => median(some.map(({ ratio }) => ratio));
      return [[id, { all: medianOf(own), learning: learning.length < leastMeasured ? undefined : medianOf(learning) }] as const];
    }),
  );
}

/** The step from which on the loss hardly falls any more; infinity while it still does, and where it never fell. */
function settledAt(losses: readonly number[]): number {
  const count = 20;
  if (losses.length < 2 * count) return Infinity;
  const windows = windowsOf(losses, count);
  const means = windows.map(mean);
  const first = startingLoss(losses, means);
  const last = mean(means.slice(-2));
  const fall = first - last;
  if (fall < settledShare * Math.abs(first)) return Infinity;
  const settled = means.findIndex((value) => value <= last + settledShare * fall);
  return settled < 0 ? Infinity : (settled + 1) * (windows[0]?.length ?? 0);
}
