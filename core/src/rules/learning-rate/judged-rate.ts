import type { Network, Rate } from "../../model/network.js";
import { isCall } from "../../model/value.js";
import { isOldApi } from "../../facts/versions.js";
import type { Known, Setting } from "../../model/setting.js";
import { isKnown, valueOf } from "../../model/setting.js";

/** Updaters whose step grows in proportion to the gradient, so that it does not matter when the minibatch's size divides it. */
const linearUpdaters: ReadonlySet<string> = new Set(["Sgd", "Nesterovs"]);

/**
 * The numbers that a rate is judged by: the rate itself, a schedule's first value, every entry of a map schedule.
 * None when one of them is unknown, and for schedules without such a number (cycle, ramp).
 */
export function judgedRates(rate: Setting<Rate> | undefined): readonly Known<number>[] {
  if (!isKnown(rate)) return [];
  if (!isCall(rate.value)) return [{ ...rate, value: rate.value }];
  const { name, args } = rate.value;
  if (name === "CycleSchedule" || name === "RampSchedule") return [];
  const written =
    name === "MapSchedule"
      ? Object.entries(args).flatMap(([key, entry]) => (key === "per" ? [] : [entry]))
      : [args.initialValue ?? args.value];
  const numbers = written.map(asNumber);
  return numbers.every((number) => number !== undefined) ? numbers : [];
}

/** The largest of them. */
export function largestRate(rate: Setting<Rate> | undefined): Known<number> | undefined {
  return judgedRates(rate).toSorted((a, b) => b.value - a.value)[0];
}

function asNumber(setting: Setting<unknown> | undefined): Known<number> | undefined {
  return isKnown(setting) && typeof setting.value === "number" ? { ...setting, value: setting.value } : undefined;
}

/**
 * What the written rate is divided by before a weight moves.
 *
 * Up to 0.9.1 the updater works on the gradient summed over the minibatch, and the update is divided by the minibatch's size
 * afterwards (`BaseUpdater.postApply`). An adaptive updater makes up for the sum itself, so its step is rate ÷ minibatch.
 * `undefined` when the size is unknown.
 */
export function rateDivisor({ framework, train }: Network, updater: string): number | undefined {
  if (!isOldApi(framework.version) || linearUpdaters.has(updater) || valueOf(train.miniBatch) === false) return 1;
  return valueOf(train.batchSize);
}

/** A number as the field writes it: `0.001`, `1e-6`, without rounding noise. */
export function rateText(rate: number): string {
  const rounded = Number(rate.toPrecision(12));
  return rounded !== 0 && Math.abs(rounded) < 1e-3 ? rounded.toExponential() : String(rounded);
}

/** A rate without the noise of binary fractions, for writing into a text. */
export function roundedRate(rate: number): number {
  return Number(rate.toPrecision(12));
}
