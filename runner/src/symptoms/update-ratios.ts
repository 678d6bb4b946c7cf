import type { Network } from "../../../core/src/model/network.js";
import { innermost, isFrozen } from "../../../core/src/resolve/layers-of.js";
import type { RunHistory } from "../run/history.js";
import { mean, median } from "./symptom.js";
import { windowsOf } from "./windows.js";

/** The first steps, before the updaters' moments have filled, do not count. */
const startingSteps = 10;

/** The loss has settled once it is within this share of the whole fall from where it ends. */
const settledShare = 0.05;

/** log10 of mean |update| / mean |weight|, the median over a run's steps, by layer id. */
export type UpdateRatios = ReadonlyMap<string, number>;

/**
 * The median update ratio of every layer that learns, over the steps from the tenth until the loss has settled. Batch normalization,
 * whose gamma starts at 1, and embeddings, of which a minibatch meets few rows, are left out.
 * @param leastMeasured layers that were measured less often are left out
 */
export function medianRatios({ steps }: RunHistory, { layers }: Network, leastMeasured: number): UpdateRatios {
  const until = settledAt(steps.map(({ loss }) => loss));
  const measured = steps.filter(({ step }) => step > startingSteps && step <= until).flatMap((step) => step.layers ?? []);
  const judged = layers.filter((layer) => !isFrozen(layer) && !/^(Embedding|BatchNormalization)/.test(innermost(layer).kind));
  return new Map(
    judged.flatMap(({ id }) => {
      const ratios = measured.filter(({ layer }) => layer === id).flatMap(({ updateRatioLog10 }) => updateRatioLog10 ?? []);
      return ratios.length < leastMeasured ? [] : [[id, median(ratios)] as const];
    }),
  );
}

/** The step from which on the loss hardly falls any more; infinity while it still does, and where it never fell. */
function settledAt(losses: readonly number[]): number {
  const count = 20;
  if (losses.length < 2 * count) return Infinity;
  const windows = windowsOf(losses, count);
  const means = windows.map(mean);
  const [first = 0] = losses;
  const last = mean(means.slice(-2));
  const fall = first - last;
  if (fall < settledShare * Math.abs(first)) return Infinity;
  const settled = means.findIndex((value) => value <= last + settledShare * fall);
  return settled < 0 ? Infinity : (settled + 1) * (windows[0]?.length ?? 0);
}
