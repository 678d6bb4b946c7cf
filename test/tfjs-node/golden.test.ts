import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { failingKernels } from "../../runner/src/backends/gradient-checks.js";
import { openBackend, type Backend } from "../../runner/src/backends/open-backend.js";
import { goldenCases } from "../unit/runner/golden-cases.js";
import { wasmFolder } from "../unit/runner/opening.js";
import { assertTrainsAlike, departing, nameOf } from "../unit/runner/training-alike.js";

describe("training on tfjs-node gives the numbers of Deeplearning4j", () => {
  let backend: Backend;
  before(async () => {
    backend = await openBackend("tfjs-node", { wasmFolder });
    assert.equal(backend.name, "tfjs-node", backend.why);
  });
  test("all gradients are right", async () => assert.deepEqual(await failingKernels(), []));
  for (const one of [...goldenCases(), ...goldenCases("golden-layers")])
    if (!departing.has(nameOf(one))) test(nameOf(one), () => assertTrainsAlike(one, backend));
});
