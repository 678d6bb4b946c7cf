import { addTo } from "./lstm-series.js";
import type { Pointwise } from "./pointwise.js";
import type { Product } from "./product.js";
import { before, type SeriesSize } from "./series-size.js";

/**
 * A SimpleRnn along a whole series: h = act(xW + b + hRW), 0 after a step that the mask drops.
 * @param sums xW + b, `[steps, n, units]`; overwritten
 * @param product with the recurrent weights `[units, units]`
 * @param mask `[steps, n]`
 * @returns the outputs, `[steps, n, units]`
 */
export function runSimple(
  sums: Float32Array,
  first: Float32Array,
  product: Product,
  { value }: Pointwise,
  mask: Float32Array | undefined,
  { steps, examples, units }: SeriesSize,
): Float32Array {
  const size = examples * units;
  for (let step = 0; step < steps; step++) {
    const now = sums.subarray(step * size, (step + 1) * size);
    addTo(now, product(before(sums, first, step)));
    for (let at = 0; at < size; at++) now[at] = keptAt(mask, step, examples, at, units) * value(now[at] ?? 0);
  }
  return sums;
}

/**
 * Gradient of the sums; the state that the series began with counts as a constant.
 * @param errors gradient of the outputs, `[steps, n, units]`
 * @param productBack with the recurrent weights transposed
 */
export function simpleGradients(
  outputs: Float32Array,
  errors: Float32Array,
  productBack: Product,
  { slope }: Pointwise,
  mask: Float32Array | undefined,
  { steps, examples, units }: SeriesSize,
): Float32Array {
  const size = examples * units;
  const sums = new Float32Array(outputs.length);
  let fromLater: Float32Array = new Float32Array(size);
  for (let step = steps - 1; step >= 0; step--) {
    const now = sums.subarray(step * size, (step + 1) * size);
    for (let at = 0; at < size; at++) {
      const error = (errors[step * size + at] ?? 0) + (fromLater[at] ?? 0);
      // Where a step is dropped its output is 0, whatever the function gave: nothing flows back.
      now[at] = keptAt(mask, step, examples, at, units) * error * slope(outputs[step * size + at] ?? 0);
    }
    if (step > 0) fromLater = productBack(now);
  }
  return sums;
}

function keptAt(mask: Float32Array | undefined, step: number, examples: number, at: number, units: number): number {
  return mask ? (mask[step * examples + Math.floor(at / units)] ?? 0) : 1;
}
