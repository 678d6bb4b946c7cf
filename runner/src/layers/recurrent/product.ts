import * as tf from "@tensorflow/tfjs-core";
import { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { runKernel } from "../../backends/kernels/own-kernel.js";

/** A product with one fixed right factor: rows `[n, inner]` to a new `[n, columns]`. */
export type Product = (left: Float32Array) => Float32Array;

/** A product that holds memory of the backend. */
export interface HeldProduct {
  readonly product: Product;
  readonly dispose: () => void;
}

/**
 * Prepares products with the same right factor, one for each step of a series; `undefined` on backends that are better left to their
 * own operations.
 * @param right `[inner, columns]`
 */
export function productsWith(right: tf.Tensor2D, rows: number): HeldProduct | undefined {
  const backend = tf.backend();
  if (backend instanceof BackendWasm) return onWasm(backend, right, rows);
  if (tf.getBackend() === "tensorflow") return { product: byLibrary(right, rows), dispose: () => undefined };
  if (tf.getBackend() !== "cpu") return undefined;
  return { product: inPlainLoops(right.dataSync<"float32">(), rows, right.shape), dispose: () => undefined };
}

/** By the backend's kernel, without the engine around it: it packs the right factor once. */
function onWasm(backend: BackendWasm, right: tf.Tensor2D, rows: number): HeldProduct {
  const [inner] = right.shape;
  const [left, factor] = [tf.zeros([1, rows, inner]), tf.reshape(right, [1, ...right.shape])];
  const product: Product = (values) => {
    backend.typedArrayFromHeap(left).set(values);
    const output = runKernel("BatchMatMul", backend, { a: left, b: factor }, { transposeA: false, transposeB: false });
    const result = Float32Array.from(backend.typedArrayFromHeap(output));
    backend.disposeData(output.dataId);
    return result;
  };
  return { product, dispose: () => tf.dispose([left, factor]) };
}

/** By TensorFlow's own library, whose tensors are copies. */
function byLibrary(right: tf.Tensor2D, rows: number): Product {
  const [inner] = right.shape;
  return (values) => {
    const left = tf.tensor2d(values, [rows, inner]);
    const output = tf.matMul(left, right);
    const result = output.dataSync<"float32">();
    tf.dispose([left, output]);
    return result;
  };
}

function inPlainLoops(right: Float32Array, rows: number, [inner, columns]: readonly [number, number]): Product {
  return (left) => {
    const result = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row++) {
      const sums = result.subarray(row * columns, (row + 1) * columns);
      for (let k = 0; k < inner; k++) {
        const factor = left[row * inner + k] ?? 0;
        const weights = right.subarray(k * columns, (k + 1) * columns);
        for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + factor * (weights[column] ?? 0);
      }
    }
    return result;
  };
}
