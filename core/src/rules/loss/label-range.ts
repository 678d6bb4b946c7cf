import type { Network } from "../../model/network.js";
import { findColumn, columnsNamed } from "../data/columns.js";

/** True when the training file was read and every label lies between `low` and `high`. */
export function labelsWithin({ data }: Network, low: number, high: number): boolean {
  const profile = data.trainProfile;
  const names = columnsNamed(data.label);
  if (!profile || !names || names.length === 0) return false;
  return names.every((name) => {
    const column = findColumn(profile, name);
    return column !== undefined && column.min !== null && column.max !== null && column.min >= low && column.max <= high;
  });
}
