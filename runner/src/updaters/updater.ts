import * as tf from "@tensorflow/tfjs-core";
import type { Moment } from "./schedules.js";

/** Turns the gradients of one array into its updates, which are subtracted. One for each array: it may remember. */
export interface Updater {
  /** The rate at a moment; `null` for updaters without one. */
  readonly rate: (moment: Moment) => number | null;
  /** Called inside `tidy`; the update has the gradient's shape. */
  readonly update: (gradient: tf.Tensor, moment: Moment) => tf.Tensor;
  readonly dispose: () => void;
}

/** An array that lives from one update to the next. It starts with the same value everywhere. */
export interface Memory {
  readonly read: (like: tf.Tensor) => tf.Tensor;
  readonly write: (value: tf.Tensor) => tf.Tensor;
  readonly dispose: () => void;
}

/** @param initial the value of every element before the first update */
export function memory(initial = 0): Memory {
  let kept: tf.Tensor | undefined;
  return {
    read: (like) => kept ?? tf.fill(like.shape, initial),
    write: (value) => {
      kept?.dispose();
      kept = tf.keep(tf.clone(value));
      return value;
    },
    dispose: () => {
      kept?.dispose();
      kept = undefined;
    },
  };
}
