import * as tf from "@tensorflow/tfjs-core";

/** A function of one array with its gradient, which may use what it saves. */
export interface WithGradient {
  readonly value: tf.Tensor;
  /** What the gradient needs: everything else that was made on the way is gone by then. */
  readonly saved: readonly tf.Tensor[];
  readonly gradient: (dy: tf.Tensor, saved: readonly tf.Tensor[]) => tf.Tensor;
}

/** Applies a function whose gradient is given, not derived. */
export function applyWithGradient(x: tf.Tensor, f: (x: tf.Tensor) => WithGradient): tf.Tensor {
  const run = tf.customGrad((input, save) => {
    if (typeof input === "function" || typeof save !== "function") throw new Error("A function with its own gradient takes one array.");
    const { value, saved, gradient } = f(input);
    save([...saved]);
    return { value, gradFunc: (dy: tf.Tensor, kept: tf.Tensor[]) => gradient(dy, kept) };
  });
  return run(x);
}

/** A function of several arrays with their gradients. */
export interface WithGradients {
  readonly value: tf.Tensor;
  readonly saved: readonly tf.Tensor[];
  /** One for each array that went in, in their order. */
  readonly gradients: (dy: tf.Tensor, saved: readonly tf.Tensor[]) => tf.Tensor[];
}

/** Applies a function of several arrays whose gradients are given, not derived. */
export function applyWithGradients(inputs: readonly tf.Tensor[], f: (inputs: readonly tf.Tensor[]) => WithGradients): tf.Tensor {
  const run = tf.customGrad((...given) => {
    const arrays = given.filter((one) => one instanceof tf.Tensor);
    const save = given.find((one) => typeof one === "function");
    if (!save) throw new Error("A function with its own gradients has nowhere to save.");
    const { value, saved, gradients } = f(arrays);
    save([...saved]);
    return { value, gradFunc: (dy: tf.Tensor, kept: tf.Tensor[]) => gradients(dy, kept) };
  });
  return run(...inputs);
}

/** The saved array at a place. */
export function savedAt(saved: readonly tf.Tensor[], index: number): tf.Tensor {
  const array = saved[index];
  if (!array) throw new Error("An array for the gradient was not saved.");
  return array;
}
