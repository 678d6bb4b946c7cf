import type { Product } from "./product.js";
import type { Pointwise } from "./pointwise.js";
import { before, type SeriesSize } from "./series-size.js";

/** What an LSTM is made of beside its product with the state. */
export interface LstmCell {
  readonly activation: Pointwise;
  readonly gate: Pointwise;
  /** From the cell to the gates, `[units]` each; absent in an LSTM without peepholes. */
  readonly peepholes?: Peepholes;
}

/** One number for each unit. */
export interface Peepholes {
  readonly forget: Float32Array;
  readonly output: Float32Array;
  readonly input: Float32Array;
}

/** What a series left behind, for the way back. */
export interface LstmTrace {
  /** Outputs and cells, `[steps, n, units]`. */
  readonly outputs: Float32Array;
  readonly cells: Float32Array;
  /** The four blocks after their functions, `[steps, n, 4 · units]`. */
  readonly blocks: Float32Array;
  readonly firstOutput: Float32Array;
  readonly firstCell: Float32Array;
}

/** Which steps count, `[steps, n]`: after a dropped one the state is 0. */
type Mask = Float32Array | undefined;

/**
 * An LSTM along a whole series (`LSTMHelpers.activateHelper` of Deeplearning4j): blocks in the order input, forget gate, output gate,
 * input gate.
 * @param sums xW + b, `[steps, n, 4 · units]`; becomes the trace's blocks
 * @param product with the recurrent weights `[units, 4 · units]`
 */
export function runLstm(
  sums: Float32Array,
  first: { readonly output: Float32Array; readonly cell: Float32Array },
  product: Product,
  cell: LstmCell,
  mask: Mask,
  { steps, examples, units }: SeriesSize,
): LstmTrace {
  const [outputs, cells] = [new Float32Array(steps * examples * units), new Float32Array(steps * examples * units)];
  const width = 4 * units;
  for (let step = 0; step < steps; step++) {
    const blocks = sums.subarray(step * examples * width, (step + 1) * examples * width);
    addTo(blocks, product(before(outputs, first.output, step)));
    const at = step * examples * units;
    const now = { outputs: outputs.subarray(at, at + examples * units), cells: cells.subarray(at, at + examples * units) };
    stepForward(blocks, before(cells, first.cell, step), now, cell, mask?.subarray(step * examples, (step + 1) * examples), units);
  }
  return { outputs, cells, blocks: sums, firstOutput: first.output, firstCell: first.cell };
}

function stepForward(
  blocks: Float32Array,
  memory: Float32Array,
  now: { readonly outputs: Float32Array; readonly cells: Float32Array },
  { activation, gate, peepholes }: LstmCell,
  mask: Mask,
  units: number,
): void {
  for (let at = 0, row = 0; at < memory.length; row++) {
    const kept = mask?.[row] ?? 1;
    for (let unit = 0, z = row * 4 * units; unit < units; unit++, at++, z++) {
      const old = memory[at] ?? 0;
      const input = activation.value(blocks[z] ?? 0);
      const forget = gate.value((blocks[z + units] ?? 0) + (peepholes ? old * (peepholes.forget[unit] ?? 0) : 0));
      const allow = gate.value((blocks[z + 3 * units] ?? 0) + (peepholes ? old * (peepholes.input[unit] ?? 0) : 0));
      const next = forget * old + allow * input;
      const show = gate.value((blocks[z + 2 * units] ?? 0) + (peepholes ? next * (peepholes.output[unit] ?? 0) : 0));
      blocks[z] = input;
      blocks[z + units] = forget;
      blocks[z + 2 * units] = show;
      blocks[z + 3 * units] = allow;
      now.cells[at] = kept * next;
      now.outputs[at] = kept * show * activation.value(next);
    }
  }
}

/** Gradients of what comes in. */
export interface LstmGradients {
  /** Of xW + b, `[steps, n, 4 · units]`. */
  readonly sums: Float32Array;
  readonly peepholes: Peepholes;
}

/**
 * The way back through a series; the state that it began with counts as a constant.
 * @param errors gradient of the outputs, `[steps, n, units]`
 * @param productBack with the recurrent weights transposed, `[4 · units, units]`
 */
export function lstmGradients(
  { cells, blocks, firstCell }: LstmTrace,
  errors: Float32Array,
  productBack: Product,
  cell: LstmCell,
  mask: Mask,
  { steps, examples, units }: SeriesSize,
): LstmGradients {
  const sums = new Float32Array(blocks.length);
  const peepholes = { forget: new Float32Array(units), output: new Float32Array(units), input: new Float32Array(units) };
  const carried = new Float32Array(examples * units);
  let fromLater: Float32Array = new Float32Array(examples * units);
  const width = 4 * units;
  for (let step = steps - 1; step >= 0; step--) {
    const part = (all: Float32Array, size: number) => all.subarray(step * examples * size, (step + 1) * examples * size);
    addTo(fromLater, part(errors, units));
    const one = { blocks: part(blocks, width), memory: before(cells, firstCell, step), sums: part(sums, width), peepholes };
    stepBack(one, fromLater, carried, cell, mask?.subarray(step * examples, (step + 1) * examples), units);
    if (step > 0) fromLater = productBack(part(sums, width));
  }
  return { sums, peepholes };
}

interface StepBack {
  readonly blocks: Float32Array;
  readonly memory: Float32Array;
  /** Written. */
  readonly sums: Float32Array;
  /** Added to. */
  readonly peepholes: Peepholes;
}

/** @param carried gradient of the cell after this step; becomes that of the cell before it */
function stepBack(
  { blocks, memory, sums, peepholes: found }: StepBack,
  errors: Float32Array,
  carried: Float32Array,
  { activation, gate, peepholes }: LstmCell,
  mask: Mask,
  units: number,
): void {
  for (let at = 0, row = 0; at < memory.length; row++) {
    const kept = mask?.[row] ?? 1;
    for (let unit = 0, z = row * 4 * units; unit < units; unit++, at++, z++) {
      const [input, forget] = [blocks[z] ?? 0, blocks[z + units] ?? 0];
      const [show, allow] = [blocks[z + 2 * units] ?? 0, blocks[z + 3 * units] ?? 0];
      const old = memory[at] ?? 0;
      const next = forget * old + allow * input;
      const shown = activation.value(next);
      const error = kept * (errors[at] ?? 0);
      const toShow = error * shown * gate.slope(show);
      const toCell =
        kept * (carried[at] ?? 0) + error * show * activation.slope(shown) + (peepholes ? toShow * (peepholes.output[unit] ?? 0) : 0);
      const toForget = toCell * old * gate.slope(forget);
      const toAllow = toCell * input * gate.slope(allow);
      sums[z] = toCell * allow * activation.slope(input);
      sums[z + units] = toForget;
      sums[z + 2 * units] = toShow;
      sums[z + 3 * units] = toAllow;
      carried[at] = toCell * forget;
      if (!peepholes) continue;
      carried[at] = toCell * forget + toForget * (peepholes.forget[unit] ?? 0) + toAllow * (peepholes.input[unit] ?? 0);
      found.forget[unit] = (found.forget[unit] ?? 0) + toForget * old;
      found.input[unit] = (found.input[unit] ?? 0) + toAllow * old;
      found.output[unit] = (found.output[unit] ?? 0) + toShow * next;
    }
  }
}

/** Adds up in place. */
export function addTo(sum: Float32Array, other: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (other[at] ?? 0);
}
