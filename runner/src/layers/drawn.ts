import * as tf from "@tensorflow/tfjs-core";

/** An array of drawn numbers of this shape. */
export function drawn({ shape }: { readonly shape: readonly number[] }, draw: () => number): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => draw()),
    [...shape],
  );
}
