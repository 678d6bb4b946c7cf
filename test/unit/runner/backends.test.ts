import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { failingKernels } from "../../../runner/src/backends/gradient-checks.js";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import { wasmFolder } from "./opening.js";

describe("backends", () => {
  for (const name of ["wasm", "cpu"] as const) {
    test(`${name} opens and gives right gradients`, async () => {
      const backend = await openBackend(name, { wasmFolder });
      assert.equal(backend.name, name);
      assert.match(backend.why, /^as asked, on (the CPU|plain JavaScript)$/u);
      assert.equal(tf.getBackend(), name);
      assert.deepEqual(await failingKernels(), []);
    });
  }

  test("auto takes wasm and says why", async () => {
    const { name, asked, why } = await openBackend("auto", { wasmFolder });
    assert.deepEqual([name, asked], ["wasm", "auto"]);
    assert.match(why, /wasm/u);
  });

  test("one that is asked for and not installed is passed over by name, and the others with it", async () => {
    const { name, asked, why } = await openBackend("tfjs-node-gpu", { wasmFolder });
    assert.deepEqual([name, asked], ["wasm", "tfjs-node-gpu"]);
    assert.match(why, /; tfjs-node-gpu, webgpu, tfjs-node: not installed$/u);
  });
});

describe("gradients that a stock backend gets wrong", () => {
  test("are found and named", async () => {
    await openBackend("wasm", { wasmFolder });
    const mended = tf.getKernel("MaxPoolGrad", "wasm");
    tf.unregisterKernel("MaxPoolGrad", "wasm");
    tf.registerKernel({ ...mended, kernelFunc: ({ inputs: { input } }) => tf.zeros(input?.shape ?? []) });
    try {
      assert.deepEqual(await failingKernels(), ["MaxPoolGrad"]);
      const next = await openBackend("wasm", { wasmFolder });
      assert.equal(next.name, "cpu");
      assert.match(next.why, /wasm gives wrong gradients \(MaxPoolGrad\)/u);
    } finally {
      tf.unregisterKernel("MaxPoolGrad", "wasm");
      tf.registerKernel(mended);
    }
  });
});
