import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { failingKernels } from "../../runner/src/backends/gradient-checks.js";
import { openBackend, type Backend } from "../../runner/src/backends/open-backend.js";
import { goldenCases } from "../unit/runner/golden-cases.js";
import { packages, wasmFolder } from "../unit/runner/opening.js";
import { assertTrainsAlike, departing, nameOf } from "../unit/runner/training-alike.js";

/** Trained at every test: compiling a device's programs takes SwiftShader a second for each case. */
const some = new Set(["convolution-1d/subsampling1D-max", "embedding/embeddingSequence-pool", "graph/residual", "masks/gravesLstm-both"]);

describe("training on webgpu gives the numbers of Deeplearning4j", () => {
  let backend: Backend;
  before(async () => {
    backend = await openBackend("webgpu", { wasmFolder, allowsSoftware: true, packages });
    assert.equal(backend.name, "webgpu", backend.why);
  });
  test("all gradients are right", async () => assert.deepEqual(await failingKernels(), []));
  for (const one of goldenCases()) {
    const name = nameOf(one);
    if (departing.has(name) || !(process.env.NNLINT_ALL_CASES !== undefined || some.has(name))) continue;
    test(name, () => assertTrainsAlike(one, backend));
  }
});
