// The kernels of runner/kernels/ against TensorFlow.js's plain JavaScript, in shapes that their tiles, panels and blocks do not fit.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import { updaterEngine } from "../../../runner/src/backends/updater-engine.js";
import { wasmFolder } from "./opening.js";

type Pad = number | "same" | "valid";

/** The same numbers on both backends; the largest difference, as a share of the largest number. */
async function difference(compute: () => tf.Tensor): Promise<number> {
  const results: Float32Array[] = [];
  for (const name of ["cpu", "wasm"]) {
    await tf.setBackend(name);
    results.push(tf.tidy(compute).dataSync<"float32">());
  }
  const [expected = new Float32Array(), found = new Float32Array()] = results;
  assert.equal(found.length, expected.length);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return found.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? NaN))), 0) / largest;
}

/** Numbers that look random and are the same each time. */
function numbers(shape: number[], seed = 1): tf.Tensor {
  let state = seed;
  const values = Array.from({ length: shape.reduce((all, size) => all * size, 1) }, () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647 - 0.5;
  });
  return tf.tensor(values, shape);
}

/** Of the weighted sum of a function's values: gradients of both arguments, one after the other. */
function gradients(f: (x: tf.Tensor, w: tf.Tensor) => tf.Tensor, x: tf.Tensor, w: tf.Tensor): tf.Tensor {
  const found = tf.grads((a: tf.Tensor, b: tf.Tensor) => {
    const y = f(a, b);
    return tf.sum(tf.mul(y, numbers(y.shape, 7)));
  })([x, w]);
  return tf.concat(found.map((one) => tf.reshape(one, [-1])));
}

describe("kernels of our own", () => {
  before(async () => {
    await openBackend("wasm", { wasmFolder });
  });

  describe("products of matrices", () => {
    for (const [rows, depth, columns] of [
      [1, 1, 1],
      [3, 5, 7],
      [4, 8, 8],
      [5, 257, 9],
      [67, 33, 515],
      [130, 520, 11],
    ] as const)
      for (const transposeA of [false, true])
        for (const transposeB of [false, true])
          test(`${rows}×${depth} by ${depth}×${columns}${transposeA ? ", left transposed" : ""}${transposeB ? ", right transposed" : ""}`, async () => {
            const a = transposeA ? [depth, rows] : [rows, depth];
            const b = transposeB ? [columns, depth] : [depth, columns];
            assert.ok((await difference(() => tf.matMul(numbers(a), numbers(b, 2), transposeA, transposeB))) < 1e-5);
          });

    test("one for each place before the last two dimensions, repeated where there is one only", async () => {
      assert.ok((await difference(() => tf.matMul(numbers([3, 2, 5, 6]), numbers([3, 2, 6, 4], 2)))) < 1e-6);
      assert.ok((await difference(() => tf.matMul(numbers([3, 5, 6]), numbers([1, 6, 4], 2)))) < 1e-6);
      assert.ok((await difference(() => tf.matMul(numbers([1, 6, 5]), numbers([3, 6, 4], 2), true))) < 1e-6);
    });

    test("what is not a number is seen in its row alone", async () => {
      await tf.setBackend("wasm");
      const product = tf.matMul(tf.tensor2d([NaN, 1, 1, 1], [2, 2]), tf.tensor2d([1, 2, 3, 4], [2, 2])).dataSync();
      assert.deepEqual([...product], [NaN, NaN, 4, 6]);
    });
  });

  describe("convolutions and their gradients", () => {
    const cases: readonly [x: number[], filter: number[], strides: [number, number], pad: Pad, dilations: [number, number]][] = [
      [[2, 7, 6, 3], [3, 3, 3, 5], [1, 1], "same", [1, 1]],
      [[2, 7, 6, 3], [3, 2, 3, 8], [2, 1], "valid", [1, 1]],
      [[1, 9, 9, 1], [5, 5, 1, 2], [3, 2], "same", [1, 1]],
      [[3, 5, 5, 4], [1, 1, 4, 6], [1, 1], "valid", [1, 1]],
      [[2, 6, 6, 2], [1, 1, 2, 3], [2, 2], "valid", [1, 1]],
      [[2, 8, 8, 2], [3, 3, 2, 3], [1, 1], "same", [2, 3]],
      [[1, 4, 4, 2], [5, 5, 2, 3], [1, 1], 3, [1, 1]],
      [[1, 40, 40, 30], [3, 3, 30, 4], [1, 1], "same", [1, 1]],
    ];
    for (const [x, filter, strides, pad, dilations] of cases) {
      const convolve = (a: tf.Tensor, b: tf.Tensor) =>
        tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, strides, pad, "NHWC", dilations, pad === 3 ? "floor" : undefined);
      const name = `[${x.join()}] by [${filter.join()}], strides ${strides.join()}, padding ${pad}, dilation ${dilations.join()}`;
      test(name, async () => {
        assert.ok((await difference(() => convolve(numbers(x), numbers(filter, 2)))) < 1e-5);
        // Gradients with dilation TensorFlow.js does not have.
        if (dilations[0] > 1) return;
        assert.ok((await difference(() => gradients(convolve, numbers(x), numbers(filter, 2)))) < 1e-5);
      });
    }
  });

  test("max pooling's gradient goes to the first largest number of each window, padded or not", async () => {
    for (const [strides, pad] of [
      [1, "same"],
      [2, "valid"],
      [3, "same"],
    ] as const) {
      const pool = (x: tf.Tensor, w: tf.Tensor) => tf.mul(tf.maxPool(x as tf.Tensor4D, [3, 2], strides, pad), w);
      assert.ok((await difference(() => gradients(pool, numbers([2, 7, 5, 3]), tf.scalar(2)))) < 1e-6);
    }
  });

  test("sums over the first dimensions, and over others", async () => {
    for (const [shape, axis, keepDims] of [
      [[300, 7], 0, false],
      [[5, 3, 9], [0, 1], true],
      [[5, 3, 9], [1, 0], false],
      [[4, 6, 5], [1], false],
      [[4, 6], [0, 1], false],
      [[1000, 1], 0, false],
    ] as const)
      assert.ok(
        (await difference(() => tf.sum(numbers([...shape]), axis as number, keepDims))) < 1e-5,
        `[${shape.join()}] over ${String(axis)}`,
      );
  });

  test("an array and its copy go their own ways", async () => {
    await tf.setBackend("wasm");
    const first = tf.tensor1d([1, 2, 3]);
    const copy = tf.clone(first);
    first.dispose();
    assert.deepEqual([...tf.add(copy, 1).dataSync()], [2, 3, 4]);
    assert.deepEqual([...copy.dataSync()], [1, 2, 3]);
    copy.dispose();
  });

  test("updaters' formulas, of arrays that vectors of four do not fit too", async () => {
    for (const count of [1, 3, 4, 6, 129]) {
      const [one, other] = [() => numbers([count]), () => numbers([count], 3)];
      assert.ok((await difference(() => updaterEngine().decayed(one(), other(), 0.9))) < 1e-6);
      assert.ok((await difference(() => updaterEngine().decayedSquare(one(), other(), 0.999))) < 1e-6);
      assert.ok((await difference(() => updaterEngine().corrected(one(), tf.square(other()), 0.01, 1e-8))) < 1e-5);
    }
  });

  test("parts of arrays of every rank, of whole numbers too", async () => {
    assert.equal(await difference(() => tf.slice(numbers([9]), [2], [5])), 0);
    assert.equal(await difference(() => tf.slice(numbers([4, 6, 5]), [1, 0, 2], [2, -1, 3])), 0);
    assert.equal(await difference(() => tf.slice(numbers([2, 3, 4, 5, 2]), [0, 1, 1, 2, 0], [2, 2, 2, 3, 1])), 0);
    assert.equal(await difference(() => tf.slice(numbers([3, 4]), [1, 1], [2, 0])), 0);
    assert.equal(await difference(() => tf.cast(tf.slice(tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3], "int32"), [0, 1], [2, 2]), "float32")), 0);
    assert.equal(await difference(() => tf.cast(tf.slice(tf.tensor1d([1, 0, 0, 1, 1], "bool"), [1], [3]), "float32")), 0);
  });
});
