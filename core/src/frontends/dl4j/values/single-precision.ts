/**
 * The shortest decimal that Java reads as the same `float`: 0.3 for 0.30000001192092896, which is what `0.3f` is as a `double`.
 * Any other number is given back as it is.
 */
export function shortestFloat(value: number): number {
  if (Math.fround(value) !== value || Number.isInteger(value)) return value;
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
