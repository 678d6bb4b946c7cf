import * as tf from "@tensorflow/tfjs-core";
import { programIn, type Program } from "./kernels/program.js";
import { updatersOnWebGpu } from "./webgpu/updaters.js";
import { hasDevice } from "./webgpu/run-program.js";

/** Parts of updaters' formulas, each in one operation. Arrays of one shape give a new one. */
export interface UpdaterEngine {
  /** share·old + (1 − share)·now */
  decayed(old: tf.Tensor, now: tf.Tensor, share: number): tf.Tensor;
  /** share·old + (1 − share)·now² */
  decayedSquare(old: tf.Tensor, now: tf.Tensor, share: number): tf.Tensor;
  /** step·m / (√v + epsilon) */
  corrected(m: tf.Tensor, v: tf.Tensor, step: number, epsilon: number): tf.Tensor;
}

/** Of the active backend. */
export function updaterEngine(): UpdaterEngine {
  if (hasDevice()) return updatersOnWebGpu;
  const program = programIn(tf.backend());
  return program ? onWasm(program) : byOperations;
}

/** For backends that have nothing of their own. */
const byOperations: UpdaterEngine = {
  decayed: (old, now, share) => tf.add(tf.mul(share, old), tf.mul(1 - share, now)),
  decayedSquare: (old, now, share) => tf.add(tf.mul(share, old), tf.mul(1 - share, tf.square(now))),
  corrected: (m, v, step, epsilon) => tf.div(tf.mul(step, m), tf.add(tf.sqrt(v), epsilon)),
};

function onWasm(program: Program): UpdaterEngine {
  const run = (kernel: "decay" | "decaySquare" | "correct", one: tf.Tensor, other: tf.Tensor, first: number, second: number) => {
    const to = program.made(one.shape);
    program[kernel](program.addressOf(one), program.addressOf(other), program.addressOf(to), to.size, first, second);
    return to;
  };
  return {
    decayed: (old, now, share) => run("decay", old, now, share, 1 - share),
    decayedSquare: (old, now, share) => run("decaySquare", old, now, share, 1 - share),
    corrected: (m, v, step, epsilon) => run("correct", m, v, step, epsilon),
  };
}
