import * as tf from "@tensorflow/tfjs-core";
import { affine } from "../dense.js";
import type { Activations, Arrays, Pass } from "../layer-math.js";

/** One step of a recurrent layer: from what the input gives and the state before, the state after; its first array is what the layer gives. */
export type RecurrentStep = (fromInput: tf.Tensor, state: readonly tf.Tensor[]) => readonly tf.Tensor[];

/** How a layer goes through a series. */
export interface Recurrence {
  readonly units: number;
  /** How many arrays `[n, units]` its state has; all start at 0. */
  readonly stateSize: number;
  readonly step: RecurrentStep;
  /** Whether the state is 0 after a step that the mask drops. */
  readonly clearsMasked: boolean;
}

/** Goes through a series step by step; the input's part xW + b is one product for all steps. */
export function unrolled(
  input: Activations,
  arrays: Arrays,
  { units, stateSize, step, clearsMasked }: Recurrence,
  pass: Pass,
): Activations {
  const { tensor, mask } = input;
  const [, examples = 0] = tensor.shape;
  const masks = clearsMasked && mask ? tf.unstack(mask) : [];
  let state = pass.state?.read() ?? Array.from({ length: stateSize }, () => tf.zeros([examples, units]));
  const outputs = stepsOf(affine(tensor, arrays)).map((fromInput, time) => {
    const kept = masks[time];
    const next = step(fromInput, state);
    state = kept ? next.map((part) => tf.mul(part, kept)) : next;
    return first(state);
  });
  pass.state?.write(state);
  return { ...input, tensor: tf.stack(outputs) };
}

/** The steps of a series, one array each; tfjs cannot take the gradient of unstacking a single one. */
export function stepsOf(series: tf.Tensor): readonly tf.Tensor[] {
  const [steps, ...rest] = series.shape;
  return steps === 1 ? [tf.reshape(series, rest)] : tf.unstack(series);
}

/** The part of a state that is the layer's output. */
export function first([output]: readonly tf.Tensor[]): tf.Tensor {
  if (!output) throw new Error("A recurrent state without an output.");
  return output;
}
