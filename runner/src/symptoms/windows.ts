import { mean } from "./symptom.js";

/** Cuts a run into `count` pieces of equal length, one after the other; the last one has what is left over. */
export function windowsOf<T>(values: readonly T[], count: number): (readonly T[])[] {
  const size = Math.floor(values.length / count);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, index === count - 1 ? undefined : (index + 1) * size));
}

/** Steps whose mean says where a run began, before it fell. */
const firstSteps = 3;

/**
 * Where the loss began: at its first steps, where they lie above what single minibatches scatter by; else at its first window.
 * @param means of the windows, in order
 */
export function startingLoss(losses: readonly number[], means: readonly number[]): number {
  const [first = NaN] = means;
  const early = mean(losses.slice(0, firstSteps));
  return early > first + 2 * scatter(losses, means.length) ? early : first;
}

/** Standard error of the mean of {@link firstSteps} steps, from the last window's steps, in which little changes any more. */
export function scatter(losses: readonly number[], windows: number): number {
  const last = windowsOf(losses, windows).at(-1) ?? [];
  const middle = mean(last);
  return Math.sqrt(mean(last.map((loss) => (loss - middle) ** 2)) / firstSteps);
}
