/** Eighths of a character cell, from the bottom. */
const eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/**
 * Draws a series as columns of block characters.
 * @param values the series; more values than columns are averaged, values that are not finite are left empty
 * @returns `height` lines of at most `width` characters, the highest first
 */
export function columnChart(values: readonly number[], width: number, height: number): string[] {
  const columns = shrink(values, width);
  const finite = columns.filter(Number.isFinite);
  const high = Math.max(...finite, Number.MIN_VALUE);
  const low = Math.min(...finite, 0);
  const filled = columns.map((value) =>
    Number.isFinite(value) ? Math.max(1, Math.round(((value - low) / (high - low)) * height * 8)) : 0,
  );
  return Array.from({ length: height }, (_, line) => {
    const floor = (height - 1 - line) * 8;
    return filled.map((eighth) => eighths[Math.max(0, Math.min(8, eighth - floor))]).join("");
  });
}

/**
 * Draws a series in one line, between two values that are the same for all lines beside it.
 * @param values more values than columns are averaged; values that are not finite are marked with ×, values outside are drawn at the edge
 */
export function sparkline(
  values: readonly number[],
  width: number,
  { low, high }: { readonly low: number; readonly high: number },
): string {
  return shrink(values, width)
    .map((value) => {
      if (!Number.isFinite(value)) return "×";
      const height = high > low ? (value - low) / (high - low) : 1;
      return eighths[Math.max(1, Math.min(8, Math.round(height * 8)))];
    })
    .join("");
}

/** Means of equal parts of the series. */
function shrink(values: readonly number[], width: number): number[] {
  if (values.length <= width) return [...values];
  return Array.from({ length: width }, (_, column) => {
    const part = values.slice(Math.floor((column * values.length) / width), Math.floor(((column + 1) * values.length) / width));
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
