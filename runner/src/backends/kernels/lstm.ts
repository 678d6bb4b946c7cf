import type * as tf from "@tensorflow/tfjs-core";
import { traceWidth, type BackInputs, type ForwardInputs, type LstmEngine, type LstmPlan } from "../lstm-plan.js";
import type { Program } from "./program.js";

/** Functions by their numbers in `runner/kernels/functions.ts`. */
const functions: Readonly<Record<string, number>> = {
  IDENTITY: 0,
  SIGMOID: 1,
  TANH: 2,
  HARDSIGMOID: 3,
  HARDTANH: 4,
  SOFTSIGN: 5,
  RELU: 6,
};

/** An LSTM's whole series in one call, in the memory of the wasm backend. */
export function lstmOnWasm(program: Program): LstmEngine {
  return {
    takes: ({ activation, gate }) => activation in functions && gate in functions,
    forward(plan, inputs) {
      const trace = program.made([plan.steps, plan.examples, traceWidth * plan.units]);
      const series = seriesOf(plan, { sums: inputs.Sums, trace, inputs, first: inputs.First }, program);
      program.lstm(series, program.room(program.bytesForLstm(series)));
      return trace;
    },
    back(plan, inputs) {
      const sums = program.made([plan.steps, plan.examples, 4 * plan.units]);
      const series = seriesOf(plan, { sums, trace: inputs.Trace, inputs, errors: inputs.Errors }, program);
      program.lstmToSums(series, program.room(program.bytesForLstm(series)));
      return sums;
    },
  };
}

interface Arrays {
  readonly sums: tf.Tensor;
  readonly trace: tf.Tensor;
  readonly first?: tf.Tensor;
  readonly errors?: tf.Tensor;
  readonly inputs: ForwardInputs | BackInputs;
}

/** Puts the series where the kernel reads it. */
function seriesOf(
  { steps, examples, units, activation, gate }: LstmPlan,
  { sums, trace, first, errors, inputs }: Arrays,
  program: Program,
) {
  const address = (tensor: tf.Tensor | undefined) => (tensor ? program.addressOf(tensor) : 0);
  return program.integers([
    ...[steps, examples, units, functions[activation] ?? 0, functions[gate] ?? 0],
    ...[sums, trace, inputs.Weights, first, inputs.FirstCell, inputs.Mask, inputs.Peepholes, errors].map(address),
  ]);
}
