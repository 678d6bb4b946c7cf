import * as tf from "@tensorflow/tfjs-core";
import { lstmEngine } from "../../backends/lstm-engine.js";
import { traceWidth, type LstmEngine, type LstmInputs, type LstmPlan } from "../../backends/lstm-plan.js";
import { asRows } from "../arrange.js";
import { affine } from "../dense.js";
import type { Activations, Arrays, Pass } from "../layer-math.js";
import type { Cell } from "./lstm.js";

/**
 * An LSTM's whole series in one operation with its own gradient, where the backend has a way to go through it at once; `undefined`
 * on other backends, and for layers that they have none for.
 * @param clearsMasked whether the state is 0 after a step that the mask drops
 */
export function lstmAtOnce(
  input: Activations,
  arrays: Arrays,
  { units, activation, gate, weights, peepholes }: Cell,
  clearsMasked: boolean,
  pass: Pass,
): Activations | undefined {
  const engine = lstmEngine();
  if (!engine) return undefined;
  const { tensor, mask } = input;
  const [steps = 0, examples = 0] = tensor.shape;
  const dropped = clearsMasked ? mask : undefined;
  const names = { activation: activation.name, gate: gate.name };
  const plan = { steps, examples, units, ...names, isMasked: dropped !== undefined, hasPeepholes: peepholes.length > 0 };
  if (!engine.takes(plan)) return undefined;
  const zeros = () => tf.zeros([examples, units]);
  const [First = zeros(), FirstCell = zeros()] = pass.state?.read() ?? [];
  const began: Began = { First, FirstCell, ...(dropped && { Mask: dropped }) };
  const trace = traced(engine, plan, began, [affine(tensor, arrays), weights, ...peepholes]);
  pass.state?.write(
    [outputOf, cellOf].map((part) => tf.reshape(tf.slice(part(trace, units), [steps - 1, 0, 0], [1, -1, -1]), [examples, units])),
  );
  return { ...input, tensor: outputOf(trace, units) };
}

/** What is read beside what has gradients. */
interface Began extends Pick<LstmInputs, "FirstCell" | "Mask"> {
  readonly First: tf.Tensor;
}

const partOf = (trace: tf.Tensor, units: number, part: number) => tf.slice(trace, [0, 0, part * units], [-1, -1, units]);
const cellOf = (trace: tf.Tensor, units: number) => partOf(trace, units, traceWidth - 2);
const outputOf = (trace: tf.Tensor, units: number) => partOf(trace, units, traceWidth - 1);

/** The trace `[steps, n, 6u]`. @param inputs sums, recurrent weights, peepholes `[1, u]` of forget, output and input gate */
function traced(engine: LstmEngine, plan: LstmPlan, { First, FirstCell, Mask }: Began, inputs: readonly tf.Tensor[]): tf.Tensor {
  const run = tf.customGrad((...given) => {
    const save = given.find((one) => typeof one === "function");
    const [Sums, Weights, ...peepholes] = given.filter((one) => one instanceof tf.Tensor);
    if (!Sums || !Weights || !save) throw new Error("An LSTM takes its sums and its weights.");
    const further = { FirstCell, ...(Mask && { Mask }), ...(peepholes.length > 0 && { Peepholes: tf.concat(peepholes) }) };
    const value = engine.forward(plan, { Sums, Weights, First, ...further });
    save([value, Weights, First, ...Object.values(further)]);
    const names = Object.keys(further);
    return {
      value,
      gradFunc: (Errors: tf.Tensor, [Trace = value, weights = Weights, first = First, ...kept]: tf.Tensor[]) => {
        const inputs = { FirstCell, ...Object.fromEntries(names.map((name, index) => [name, kept[index]])) };
        return gradientsOf(plan, { Trace, first, inputs }, engine.back(plan, { Trace, Errors, Weights: tf.transpose(weights), ...inputs }));
      },
    };
  });
  return run(...inputs);
}

/** What was kept on the way forward. */
interface Kept {
  readonly Trace: tf.Tensor;
  readonly first: tf.Tensor;
  readonly inputs: LstmInputs;
}

/** Of the sums, the recurrent weights, and the peepholes. @param sums gradient of the sums */
function gradientsOf(plan: LstmPlan, { Trace, first, inputs }: Kept, sums: tf.Tensor): tf.Tensor[] {
  const { steps, examples, units } = plan;
  const before = (all: tf.Tensor, start: tf.Tensor) =>
    tf.concat([tf.reshape(start, [1, examples, units]), tf.slice(all, [0, 0, 0], [steps - 1, -1, -1])]);
  const states = before(outputOf(Trace, units), first);
  const ofWeights = tf.matMul(asRows(states), asRows(sums), true, false);
  if (!plan.hasPeepholes) return [sums, ofWeights];
  const cells = cellOf(Trace, units);
  const old = before(cells, inputs.FirstCell);
  const block = (index: number) => partOf(sums, units, index);
  const ofPeephole = (gate: tf.Tensor, seen: tf.Tensor) => tf.reshape(tf.sum(tf.mul(gate, seen), [0, 1]), [1, units]);
  return [sums, ofWeights, ofPeephole(block(1), old), ofPeephole(block(2), cells), ofPeephole(block(3), old)];
}
