import type { Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { columnsNamed, findColumn } from "../data/columns.js";
import { boundsOf } from "../data/scalings.js";

/** Where the targets of a regression lie. */
export interface TargetRange {
  readonly low: number;
  readonly high: number;
}

/** Where the targets lie after their own scaling, as far as that is known. */
export function targetRange({ data }: Network): TargetRange | undefined {
  const scaling = valueOf(data.normalizeLabels);
  if (data.normalizeLabels && scaling?.name !== "none") {
    const bounds = scaling && boundsOf(scaling);
    return bounds && { low: bounds[0], high: bounds[1] };
  }
  const profile = data.trainProfile;
  const columns = (columnsNamed(data.label) ?? []).map((name) => profile && findColumn(profile, name));
  const lows = columns.flatMap((column) => column?.min ?? []);
  const highs = columns.flatMap((column) => column?.max ?? []);
  if (lows.length === 0 || lows.length !== columns.length) return undefined;
  return { low: Math.min(...lows), high: Math.max(...highs) };
}

/**
 * On which side targets lie outside what an activation gives.
 * @param tolerance how far outside is borne, as a share of the targets' own range
 */
export function beyond(range: readonly [number, number], { low, high }: TargetRange, tolerance: number) {
  const slack = tolerance * (high - low);
  return { isBelow: low < range[0] - slack, isAbove: high > range[1] + slack };
}
