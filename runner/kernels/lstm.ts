// An LSTM along a whole series, forward and back (`LSTMHelpers` of Deeplearning4j): blocks in the order input, forget gate, output
// gate, input gate. Arrays are row-major, time first.
import { slopeOf, valueOf } from "./functions";
import { arrange, bytesOfArranged, bytesToMultiply, multiplyArranged } from "./multiply";
import { load, size, store } from "./numbers";

/** A series `[steps, examples, …]`; laid over 13 integers in memory, of which the last eight are addresses. */
@unmanaged
export class Series {
  steps: i32;
  examples: i32;
  units: i32;
  /** See `functions.ts`. */
  activation: i32;
  gate: i32;
  /** Forward: xW + b, read; back: its gradient, written. `[steps, n, 4u]` */
  sums: usize;
  /** Of each step the four blocks after their functions, the cell, the output: `[steps, n, 6u]`. */
  trace: usize;
  /** Forward: recurrent weights `[u, 4u]`; back: the same transposed. */
  weights: usize;
  /** The output that it begins with, `[n, u]`. */
  first: usize;
  /** The cell that it begins with, `[n, u]`. */
  firstCell: usize;
  /** Which steps count, `[steps, n]`: after a dropped one the state is 0. 0: all. */
  mask: usize;
  /** From the cell to forget, output and input gate, `[3, u]`. 0: none. */
  peepholes: usize;
  /** Gradient of the trace, of which that of the outputs counts. */
  errors: usize;

  traceOf(step: i32): usize {
    return this.trace + size * usize(step * this.examples * 6 * this.units);
  }

  sumsOf(step: i32): usize {
    return this.sums + size * usize(step * this.examples * 4 * this.units);
  }

  kept(step: i32, example: i32): v128 {
    return this.mask == 0 ? f32x4.splat(1) : v128.load32_splat(this.mask + size * usize(step * this.examples + example));
  }

  /** Weights from the cell to a gate: 0 forget, 1 output, 2 input. */
  peephole(gate: i32, unit: i32, count: i32): v128 {
    return this.peepholes == 0 ? f32x4.splat(0) : load(this.peepholes + size * usize(gate * this.units + unit), count);
  }
}

/** Bytes that each of the two ways needs to work in. */
export function bytesForLstm(series: Series): i32 {
  const units = series.units;
  return bytesToMultiply() + max(bytesOfArranged(units, 4 * units), bytesOfArranged(4 * units, units)) + 2 * 4 * series.examples * units;
}

/** Writes the trace. @param room address of `bytesForLstm()` bytes, at a multiple of 16 */
export function lstm(series: Series, room: usize): void {
  const units = series.units;
  const examples = series.examples;
  const weights = room + usize(bytesToMultiply());
  arrange(series.weights, 4 * units, 1, units, 4 * units, weights);
  for (let step = 0; step < series.steps; step++) {
    const now = series.traceOf(step);
    copySums(series, step, now);
    const shown = step == 0 ? series.first : series.traceOf(step - 1) + size * usize(5 * units);
    const shownRow = step == 0 ? units : 6 * units;
    multiplyArranged(shown, shownRow, 1, weights, now, 6 * units, examples, 4 * units, units, true, room);
    for (let example = 0; example < examples; example++) {
      const row = now + size * usize(example * 6 * units);
      const old = cellBefore(series, step, example);
      const kept = series.kept(step, example);
      for (let unit = 0; unit < units; unit += 4) cellForward(series, row, old, unit, min(4, units - unit), kept);
    }
  }
}

function copySums(series: Series, step: i32, to: usize): void {
  const width = size * usize(4 * series.units);
  let from = series.sumsOf(step);
  for (let example = 0; example < series.examples; example++, from += width, to += size * usize(6 * series.units))
    memory.copy(to, from, width);
}

/** The cells of an example before a step. */
function cellBefore(series: Series, step: i32, example: i32): usize {
  if (step == 0) return series.firstCell + size * usize(example * series.units);
  return series.traceOf(step - 1) + size * usize((example * 6 + 4) * series.units);
}

function cellForward(series: Series, row: usize, oldRow: usize, unit: i32, count: i32, kept: v128): void {
  const block = size * usize(series.units);
  const at = row + size * usize(unit);
  const old = load(oldRow + size * usize(unit), count);
  const input = valueOf(series.activation, load(at, count));
  const forget = gateOf(series, load(at + block, count), old, 0, unit, count);
  const allow = gateOf(series, load(at + 3 * block, count), old, 2, unit, count);
  const next = f32x4.add(f32x4.mul(forget, old), f32x4.mul(allow, input));
  const show = gateOf(series, load(at + 2 * block, count), next, 1, unit, count);
  store(at, input, count);
  store(at + block, forget, count);
  store(at + 2 * block, show, count);
  store(at + 3 * block, allow, count);
  store(at + 4 * block, f32x4.mul(kept, next), count);
  store(at + 5 * block, f32x4.mul(kept, f32x4.mul(show, valueOf(series.activation, next))), count);
}

function gateOf(series: Series, sum: v128, cell: v128, gate: i32, unit: i32, count: i32): v128 {
  return valueOf(series.gate, f32x4.add(sum, f32x4.mul(cell, series.peephole(gate, unit, count))));
}

/** Writes the gradient of the sums; the state that the series began with counts as a constant. @param room as in `lstm` */
export function lstmToSums(series: Series, room: usize): void {
  const units = series.units;
  const examples = series.examples;
  const bytes = size * usize(examples * units);
  const weights = room + usize(bytesToMultiply());
  arrange(series.weights, units, 1, 4 * units, units, weights);
  const later = weights + usize(bytesOfArranged(4 * units, units));
  const carried = later + bytes;
  memory.fill(later, 0, 2 * bytes);
  for (let step = series.steps - 1; step >= 0; step--) {
    const now = series.sumsOf(step);
    for (let example = 0; example < examples; example++)
      for (let unit = 0; unit < units; unit += 4) {
        const place = size * usize(example * units + unit);
        cellBack(series, step, example, unit, min(4, units - unit), later + place, carried + place);
      }
    if (step > 0) multiplyArranged(now, 4 * units, 1, weights, later, units, examples, units, 4 * units, false, room);
  }
}

/**
 * @param later gradient of the output from the step after it
 * @param carried gradient of the cell after this step; becomes that of the cell before it
 */
function cellBack(series: Series, step: i32, example: i32, unit: i32, count: i32, later: usize, carried: usize): void {
  const units = series.units;
  const block = size * usize(units);
  const place = size * usize(example * 6 * units + unit);
  const at = series.traceOf(step) + place;
  const errors = series.errors + size * usize(step * series.examples * 6 * units) + place;
  const input = load(at, count);
  const forget = load(at + block, count);
  const show = load(at + 2 * block, count);
  const allow = load(at + 3 * block, count);
  const old = load(cellBefore(series, step, example) + size * usize(unit), count);
  const seen = valueOf(series.activation, f32x4.add(f32x4.mul(forget, old), f32x4.mul(allow, input)));
  const kept = series.kept(step, example);
  const error = f32x4.mul(kept, f32x4.add(load(errors + 5 * block, count), load(later, count)));
  const toShow = f32x4.mul(f32x4.mul(error, seen), slopeOf(series.gate, show));
  const through = f32x4.mul(f32x4.mul(error, show), slopeOf(series.activation, seen));
  const fromGate = f32x4.mul(toShow, series.peephole(1, unit, count));
  const toCell = f32x4.add(f32x4.add(f32x4.mul(kept, load(carried, count)), through), fromGate);
  const toForget = f32x4.mul(f32x4.mul(toCell, old), slopeOf(series.gate, forget));
  const toAllow = f32x4.mul(f32x4.mul(toCell, input), slopeOf(series.gate, allow));
  const back = series.sumsOf(step) + size * usize(example * 4 * units + unit);
  store(back, f32x4.mul(f32x4.mul(toCell, allow), slopeOf(series.activation, input)), count);
  store(back + block, toForget, count);
  store(back + 2 * block, toShow, count);
  store(back + 3 * block, toAllow, count);
  const toGates = f32x4.add(f32x4.mul(toForget, series.peephole(0, unit, count)), f32x4.mul(toAllow, series.peephole(2, unit, count)));
  store(carried, f32x4.add(f32x4.mul(toCell, forget), toGates), count);
}
