import type { ColumnProfile } from "../model/data-profile.js";

/** Distinct values that a profile keeps per column. */
const mostDistinct = 100;

/** A column with at least this share of numbers among its filled cells is numeric: the others count as missing. */
const numericShare = 0.9;

/** What tools write for a value that is not there. */
const missingWords: ReadonlySet<string> = new Set(["", "na", "n/a", "nan", "null", "none", "?", "inf", "-inf", "infinity", "-infinity"]);

/** True for an empty cell and for the words that stand for one. */
export function isMissing(cell: string): boolean {
  return missingWords.has(cell.trim().toLowerCase());
}

/** The number that a cell holds; `undefined` for text, empty cells and what is not finite. */
export function numberIn(cell: string): number | undefined {
  const trimmed = cell.trim();
  if (!/^[-+.\d]/.test(trimmed) || /^[-+]?0[xbo]/i.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** Statistics of one column. `cells` are in the file's order, without the header. */
export function profileColumn(index: number, name: string | null, cells: readonly string[]): ColumnProfile {
  const filled = cells.filter((cell) => !isMissing(cell));
  const numbers = filled.map(numberIn).filter((value) => value !== undefined);
  const isNumeric = filled.length > 0 && numbers.length >= filled.length * numericShare;
  const isLost = (cell: string) => (isNumeric ? numberIn(cell) === undefined : isMissing(cell));
  const firstLost = cells.findIndex(isLost);
  return {
    index,
    name,
    type: filled.length === 0 ? "empty" : !isNumeric ? "text" : numbers.every(Number.isInteger) ? "integer" : "number",
    ...(isNumeric ? moments(numbers) : { min: null, max: null, mean: null, std: null }),
    ...distinctValues(
      cells.filter((cell) => !isLost(cell)),
      isNumeric,
    ),
    missing: cells.filter(isLost).length,
    firstMissingRow: firstLost < 0 ? null : firstLost + 1,
    decimalComma: isNumeric ? null : decimalCommaIn(filled),
    changes: cells.reduce((count, cell, row) => (row > 0 && cell.trim() !== cells[row - 1]?.trim() ? count + 1 : count), 0),
  };
}

const withComma = /^[-+]?\d+(?:\.\d{3})*,\d+(?:[eE][-+]?\d+)?$/;

/** A cell with a decimal comma, where nearly all others are such or numbers. */
function decimalCommaIn(filled: readonly string[]): string | null {
  const first = filled.find((cell) => withComma.test(cell.trim()));
  if (first === undefined) return null;
  const numbers = filled.filter((cell) => withComma.test(cell.trim()) || numberIn(cell) !== undefined);
  return numbers.length >= filled.length * numericShare ? first.trim() : null;
}

/** Smallest, largest, mean and population standard deviation, by Welford's method (Technometrics 4, 1962). */
function moments(numbers: readonly number[]): Pick<ColumnProfile, "min" | "max" | "mean" | "std"> {
  let [min, max, mean, squares] = [Infinity, -Infinity, 0, 0];
  for (const [index, value] of numbers.entries()) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    const delta = value - mean;
    mean += delta / (index + 1);
    squares += delta * (value - mean);
  }
  return { min, max, mean, std: Math.sqrt(squares / numbers.length) };
}

/** The different values and how often each occurs; numbers that are equal (`1`, `1.0`) are one value. */
function distinctValues(cells: readonly string[], isNumeric: boolean): Pick<ColumnProfile, "distinct" | "counts"> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const key = isNumeric ? String(Number(cell)) : cell.trim();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > mostDistinct) return { distinct: null, counts: null };
  }
  const order = isNumeric ? (a: string, b: string) => Number(a) - Number(b) : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const distinct = [...counts.keys()].sort(order);
  return { distinct, counts: distinct.map((value) => counts.get(value) ?? 0) };
}
