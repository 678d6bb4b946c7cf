import * as tf from "@tensorflow/tfjs-core";

/** Collects single numbers on the device, to fetch them all at once: each fetch costs a wait. */
export class Readback {
  readonly #scalars: tf.Tensor[] = [];

  /** @returns reads the number, once they are fetched */
  add(scalar: tf.Tensor): (values: ArrayLike<number>) => number {
    const index = this.#scalars.push(tf.reshape(scalar, [])) - 1;
    return (values) => values[index] ?? NaN;
  }

  /** All of them in one array, after one more. Called inside the same `tidy`. */
  stack(first: tf.Tensor): tf.Tensor {
    return tf.stack([tf.reshape(first, []), ...this.#scalars]);
  }
}
