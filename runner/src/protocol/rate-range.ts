/**
 * Learning rates from one end to the other at equal ratios, as a sweep names them.
 * @param count at least 2
 */
export function ratesBetween(from: number, to: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => rateName(from * (to / from) ** (index / (count - 1))));
}

/** Three digits that mean something: `0.0316`, `1e-6`. */
function rateName(rate: number): string {
  const rounded = Number(rate.toPrecision(3));
  return rounded < 1e-3 ? rounded.toExponential() : String(rounded);
}
