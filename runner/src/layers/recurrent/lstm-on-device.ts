import * as tf from "@tensorflow/tfjs-core";
import { backwardProgram, forwardProgram, hasPrograms, traceWidth, type LstmPlan } from "../../backends/webgpu/lstm-programs.js";
import { hasDevice, runProgram } from "../../backends/webgpu/run-program.js";
import { asRows } from "../arrange.js";
import { affine } from "../dense.js";
import type { Activations, Arrays, Pass } from "../layer-math.js";
import type { Cell } from "./lstm.js";

/**
 * An LSTM's whole series by two programs on the graphics device, forward and back; `undefined` on other backends, and for layers that
 * there are no programs for.
 * @param clearsMasked whether the state is 0 after a step that the mask drops
 */
export function lstmOnDevice(
  input: Activations,
  arrays: Arrays,
  { units, activation, gate, weights, peepholes }: Cell,
  clearsMasked: boolean,
  pass: Pass,
): Activations | undefined {
  if (!hasDevice()) return undefined;
  const { tensor, mask } = input;
  const [steps = 0, examples = 0] = tensor.shape;
  const dropped = clearsMasked ? mask : undefined;
  const names = { activation: activation.name, gate: gate.name };
  const plan = { steps, examples, units, ...names, isMasked: dropped !== undefined, hasPeepholes: peepholes.length > 0 };
  if (!hasPrograms(plan)) return undefined;
  const zeros = () => tf.zeros([examples, units]);
  const [First = zeros(), FirstCell = zeros()] = pass.state?.read() ?? [];
  const began: Began = { First, FirstCell, ...(dropped && { Mask: dropped }) };
  const trace = traced(plan, began, [affine(tensor, arrays), weights, ...peepholes]);
  pass.state?.write(
    [outputOf, cellOf].map((part) => tf.reshape(tf.slice(part(trace, units), [steps - 1, 0, 0], [1, -1, -1]), [examples, units])),
  );
  return { ...input, tensor: outputOf(trace, units) };
}

/** What the programs read beside what has gradients. */
interface Began extends Record<string, tf.Tensor | undefined> {
  readonly First: tf.Tensor;
  readonly FirstCell: tf.Tensor;
  readonly Mask?: tf.Tensor;
}

const partOf = (trace: tf.Tensor, units: number, part: number) => tf.slice(trace, [0, 0, part * units], [-1, -1, units]);
const cellOf = (trace: tf.Tensor, units: number) => partOf(trace, units, traceWidth - 2);
const outputOf = (trace: tf.Tensor, units: number) => partOf(trace, units, traceWidth - 1);

/** The trace `[steps, n, 6u]`. @param inputs sums, recurrent weights, peepholes `[1, u]` of forget, output and input gate */
function traced(plan: LstmPlan, { First, FirstCell, Mask }: Began, inputs: readonly tf.Tensor[]): tf.Tensor {
  const run = tf.customGrad((...given) => {
    const save = given.find((one) => typeof one === "function");
    const [Sums, Weights, ...peepholes] = given.filter((one) => one instanceof tf.Tensor);
    if (!Sums || !Weights || !save) throw new Error("An LSTM takes its sums and its weights.");
    const further = { FirstCell, ...(Mask && { Mask }), ...(peepholes.length > 0 && { Peepholes: tf.concat(peepholes) }) };
    const value = runProgram(forwardProgram(plan), { Sums, Weights, First, ...further });
    save([value, Weights, First, ...Object.values(further)]);
    const names = Object.keys(further);
    return { value, gradFunc: (errors: tf.Tensor, kept: tf.Tensor[]) => gradientsOf(plan, errors, kept, names) };
  });
  return run(...inputs);
}

/** Of the sums, the recurrent weights, and the peepholes. @param names of what was kept after the trace, the weights and the first output */
function gradientsOf(
  plan: LstmPlan,
  Errors: tf.Tensor,
  [Trace, weights, first, ...kept]: readonly tf.Tensor[],
  names: readonly string[],
): tf.Tensor[] {
  const { steps, examples, units } = plan;
  if (!Trace || !weights || !first) throw new Error("What an LSTM's gradient needs was not kept.");
  const further = Object.fromEntries(names.flatMap((name, index) => (kept[index] ? [[name, kept[index]] as const] : [])));
  const sums = runProgram(backwardProgram(plan), { Trace, Errors, Weights: tf.transpose(weights), ...further });
  const before = (all: tf.Tensor, start: tf.Tensor) =>
    tf.concat([tf.reshape(start, [1, examples, units]), tf.slice(all, [0, 0, 0], [steps - 1, -1, -1])]);
  const states = before(outputOf(Trace, units), first);
  const ofWeights = tf.matMul(asRows(states), asRows(sums), true, false);
  if (!plan.hasPeepholes || !further.FirstCell) return [sums, ofWeights];
  const cells = cellOf(Trace, units);
  const old = before(cells, further.FirstCell);
  const block = (index: number) => partOf(sums, units, index);
  const ofPeephole = (gate: tf.Tensor, seen: tf.Tensor) => tf.reshape(tf.sum(tf.mul(gate, seen), [0, 1]), [1, units]);
  return [sums, ofWeights, ofPeephole(block(1), old), ofPeephole(block(2), cells), ofPeephole(block(3), old)];
}
