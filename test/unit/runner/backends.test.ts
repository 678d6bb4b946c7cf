import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { failingKernels } from "../../../runner/src/backends/gradient-checks.js";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import { cacheFolder } from "../../../runner/src/backends/remembered.js";
import { networkNamed } from "../../bench/networks.js";
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
    await withWrongPooling(async () => {
      assert.deepEqual(await failingKernels(), ["MaxPoolGrad"]);
      const next = await openBackend("wasm", { wasmFolder });
      assert.equal(next.name, "cpu");
      assert.match(next.why, /wasm gives wrong gradients \(MaxPoolGrad\)/u);
    });
  });
});

describe("kernels that were right", () => {
  const home = mkdtempSync(path.join(tmpdir(), "nnlint-self-test-"));
  const usual = { HOME: process.env.HOME, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME };
  const program = path.join(home, "runner.cjs");
  const open = async () => (await openBackend("wasm", { wasmFolder, programs: [program] })).name;

  before(() => {
    Object.assign(process.env, { HOME: home, XDG_CACHE_HOME: path.join(home, "cache") });
  });
  beforeEach(async () => {
    rmSync(cacheFolder(), { recursive: true, force: true });
    writeFileSync(program, "as it was built");
    assert.equal(await open(), "wasm");
  });
  after(() => {
    for (const [name, value] of Object.entries(usual))
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    rmSync(home, { recursive: true });
  });

  test("are not tried again", () => withWrongPooling(async () => assert.equal(await open(), "wasm")));

  test("are tried again with another build of nnlint", () =>
    withWrongPooling(async () => {
      writeFileSync(program, "as it is built now");
      assert.equal(await open(), "cpu");
    }));

  test("are tried again where what was remembered is damaged", () =>
    withWrongPooling(async () => {
      for (const name of readdirSync(cacheFolder())) writeFileSync(path.join(cacheFolder(), name), '{"failing":[');
      assert.equal(await open(), "cpu");
    }));

  test("are tried again for a network that needs others", () =>
    withWrongPooling(async () => {
      const dense = await openBackend("wasm", { wasmFolder, programs: [program], network: networkNamed("mlp") });
      assert.equal(dense.name, "wasm");
      const pooling = await openBackend("wasm", { wasmFolder, programs: [program], network: networkNamed("lenet") });
      assert.equal(pooling.name, "cpu");
    }));

  test("leave those that are wrong to be tried each time", async () => {
    rmSync(cacheFolder(), { recursive: true });
    await withWrongPooling(async () => assert.equal(await open(), "cpu"));
    assert.equal(await open(), "wasm");
  });
});

/** While the WebAssembly backend gets one gradient wrong. */
async function withWrongPooling(work: () => Promise<void>): Promise<void> {
  const right = tf.getKernel("MaxPoolGrad", "wasm");
  tf.unregisterKernel("MaxPoolGrad", "wasm");
  tf.registerKernel({ ...right, kernelFunc: ({ inputs: { input } }) => tf.zeros(input?.shape ?? []) });
  try {
    await work();
  } finally {
    tf.unregisterKernel("MaxPoolGrad", "wasm");
    tf.registerKernel(right);
  }
}
