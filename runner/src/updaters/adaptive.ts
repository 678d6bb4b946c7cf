import * as tf from "@tensorflow/tfjs-core";
import { updaterEngine } from "../backends/updater-engine.js";
import type { Moment, Schedule } from "./schedules.js";
import { memory, type Memory, type Updater } from "./updater.js";

/** How far back the two averages of Adam's relatives look, and what keeps their quotient finite. */
export interface AdamCoefficients {
  readonly learningRate: Schedule;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** share·old + (1 − share)·now */
function decayed(average: Memory, share: number, now: tf.Tensor): tf.Tensor {
  return average.write(updaterEngine().decayed(average.read(now), now, share));
}

/** The same with the square of `now`. */
function decayedSquare(average: Memory, share: number, now: tf.Tensor): tf.Tensor {
  return average.write(updaterEngine().decayedSquare(average.read(now), now, share));
}

/** step·m / (√v + epsilon) */
function corrected(step: number, m: tf.Tensor, v: tf.Tensor, epsilon: number): tf.Tensor {
  return updaterEngine().corrected(m, v, step, epsilon);
}

/** What remains of the first value of an average after this many updates: 1 − shareᵗ, with t from 1. */
const filled = (share: number, { iteration }: Moment) => 1 - share ** (iteration + 1);

/** `AdamUpdater`: epsilon stands outside the corrected root. */
export function adam({ learningRate, beta1, beta2, epsilon }: AdamCoefficients): Updater {
  const [mean, variance] = [memory(), memory()];
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const [m, v] = [decayed(mean, beta1, gradient), decayedSquare(variance, beta2, gradient)];
      const step = (learningRate(moment) * Math.sqrt(filled(beta2, moment))) / filled(beta1, moment);
      return corrected(step, m, v, epsilon);
    },
    dispose: disposing(mean, variance),
  };
}

/** `AMSGradUpdater`: Adam with the largest variance so far. */
export function amsGrad({ learningRate, beta1, beta2, epsilon }: AdamCoefficients): Updater {
  const [mean, variance, largest] = [memory(), memory(), memory()];
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const [m, v] = [decayed(mean, beta1, gradient), decayedSquare(variance, beta2, gradient)];
      const most = largest.write(tf.maximum(largest.read(v), v));
      const step = (learningRate(moment) * Math.sqrt(filled(beta2, moment))) / filled(beta1, moment);
      return corrected(step, m, most, epsilon);
    },
    dispose: disposing(mean, variance, largest),
  };
}

/** `NadamUpdater`: its variance is not corrected for the start, so that the first steps are large. */
export function nadam({ learningRate, beta1, beta2, epsilon }: AdamCoefficients): Updater {
  const [mean, variance] = [memory(), memory()];
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const [m, v] = [decayed(mean, beta1, gradient), decayedSquare(variance, beta2, gradient)];
      const ahead = tf.div(tf.add(tf.mul(beta1, m), tf.mul(1 - beta1, gradient)), filled(beta1, moment));
      return tf.div(tf.mul(learningRate(moment), ahead), tf.add(tf.sqrt(v), epsilon));
    },
    dispose: disposing(mean, variance),
  };
}

/** `AdaMaxUpdater`; the smallest divisor keeps 0/0 out and is far below every gradient's size. */
export function adaMax({ learningRate, beta1, beta2 }: AdamCoefficients): Updater {
  const [mean, largest] = [memory(), memory()];
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const m = decayed(mean, beta1, gradient);
      const u = largest.write(tf.maximum(tf.mul(beta2, largest.read(gradient)), tf.abs(gradient)));
      return tf.div(tf.mul(learningRate(moment) / filled(beta1, moment), m), tf.add(u, 1e-32));
    },
    dispose: disposing(mean, largest),
  };
}

/** `AdaGradUpdater`: its sum of squares starts at 1e-6, whatever epsilon is. */
export function adaGrad(learningRate: Schedule, epsilon: number): Updater {
  const squares = memory(1e-6);
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const sum = squares.write(tf.add(squares.read(gradient), tf.square(gradient)));
      return corrected(learningRate(moment), gradient, sum, epsilon);
    },
    dispose: disposing(squares),
  };
}

/** `AdaDeltaUpdater`: it has no rate. */
export function adaDelta(rho: number, epsilon: number): Updater {
  const [ofGradients, ofUpdates] = [memory(), memory()];
  return {
    rate: () => null,
    update: (gradient) => {
      const meanGradient = decayedSquare(ofGradients, rho, gradient);
      const scale = tf.div(tf.sqrt(tf.add(ofUpdates.read(gradient), epsilon)), tf.sqrt(tf.add(meanGradient, epsilon)));
      const update = tf.mul(gradient, scale);
      decayedSquare(ofUpdates, rho, update);
      return update;
    },
    dispose: disposing(ofGradients, ofUpdates),
  };
}

/** `RmsPropUpdater`: its average starts at epsilon. */
export function rmsProp(learningRate: Schedule, decay: number, epsilon: number): Updater {
  const squares = memory(epsilon);
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const mean = decayedSquare(squares, decay, gradient);
      return corrected(learningRate(moment), gradient, mean, epsilon);
    },
    dispose: disposing(squares),
  };
}

function disposing(...memories: readonly Memory[]): () => void {
  return () => {
    for (const { dispose } of memories) dispose();
  };
}
