import type { Range } from "../../../model/range.js";

interface Placed {
  readonly range: Range;
}

/** In the order of where they start. */
export function byPlace<T extends Placed>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => a.range.start - b.range.start);
}

/** Those of a sorted list that start within a range. */
export function startingIn<T extends Placed>(sorted: readonly T[], { start, end }: Range): readonly T[] {
  return sorted.slice(
    firstWhere(sorted, ({ range }) => range.start >= start),
    firstWhere(sorted, ({ range }) => range.start > end),
  );
}

/** The index of the first item that is so, of a list in which all behind it are so too; its length where none is. */
export function firstWhere<T>(sorted: readonly T[], isSo: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && isSo(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
