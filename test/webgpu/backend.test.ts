import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { WebGPUBackend, type WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu";
import { BackendError } from "../../runner/src/backends/backend-error.js";
import { packageFolders } from "../../runner/src/backends/installed.js";
import { openBackend } from "../../runner/src/backends/open-backend.js";
import { dawnFile, findDawn, loadDawn } from "../../runner/src/backends/webgpu/dawn.js";
import { readNumbers } from "../../runner/src/network/outputs.js";
import { packages, wasmFolder } from "../unit/runner/opening.js";

describe("the webgpu backend", () => {
  test("a device that is a program on the CPU is passed over by name", async () => {
    const { name, why } = await openBackend("auto", { wasmFolder, packages });
    // tfjs-node, where the user has it
    assert.notEqual(name, "webgpu");
    assert.match(why, /webgpu finds only SwiftShader.*, a program on the CPU/u);
  });

  test("it is taken when that is asked for, and named", async () => {
    const { name, why } = await openBackend("webgpu", { wasmFolder, allowsSoftware: true, packages });
    assert.equal(name, "webgpu");
    assert.match(why, /^as asked, on SwiftShader/u);
  });

  test("where the package is not, nothing is found", () => {
    assert.equal(findDawn(["/nowhere"]), undefined);
  });

  test("a binary that is cut off takes only the trial with it", () => {
    const whole = findDawn(packageFolders("webgpu", packages)) ?? assert.fail("the package is not there");
    const folder = mkdtempSync(path.join(tmpdir(), "nnlint-webgpu-"));
    const cut = path.join(folder, "webgpu", dawnFile);
    mkdirSync(path.dirname(cut), { recursive: true });
    copyFileSync(whole, cut);
    truncateSync(cut, 200_000);
    assert.throws(() => loadDawn(cut), /broke off when it was tried|failed when it was tried/u);
    rmSync(folder, { recursive: true });
  });

  test("whole numbers and truth values are transposed", async () => {
    await openBackend("webgpu", { wasmFolder, allowsSoftware: true, packages });
    tf.env().set("WEBGPU_CPU_FORWARD", false);
    const expected = [1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12];
    for (const type of ["int32", "float32"] as const) {
      const cube = tf.tensor(
        Array.from({ length: 12 }, (_, index) => index + 1),
        [2, 2, 3],
        type,
      );
      assert.deepEqual([...(await readNumbers(tf.transpose(cube, [2, 0, 1])))], expected);
    }
    const truths = tf.tensor([true, false, false, true, true, false], [1, 2, 3], "bool");
    assert.deepEqual([...(await readNumbers(tf.transpose(truths, [2, 0, 1])))], [1, 1, 0, 1, 0, 0]);
    const large = tf.tensor([16777217, 1, 2, 3], [1, 2, 2], "int32");
    assert.deepEqual([...(await tf.transpose(large, [2, 1, 0]).data())], [16777217, 2, 1, 3]);
    const relabelled = tf.cast(tf.tensor([1, 2, 3, 4], [1, 2, 2], "int32"), "float32");
    assert.deepEqual([...(await readNumbers(tf.transpose(relabelled, [2, 1, 0])))], [1, 3, 2, 4]);
    tf.env().set("WEBGPU_CPU_FORWARD", true);
  });

  test("an invalid shader ends the run when numbers are fetched", async () => {
    await openBackend("webgpu", { wasmFolder, allowsSoftware: true, packages });
    const backend = tf.backend();
    assert.ok(backend instanceof WebGPUBackend);
    const program: WebGPUProgram = {
      ...{ outputShape: [4], variableNames: ["A"], workgroupSize: [64, 1, 1], dispatchLayout: { x: [0] }, dispatch: [1, 1, 1] },
      shaderKey: "invalid",
      getUserCode: () => "fn main(index : i32) { result[index] = A[index] + nothing; }",
    };
    const x = tf.ones([4]);
    const broken = tf.engine().makeTensorFromTensorInfo(backend.runWebGPUProgram(program, [x], "float32"), backend);
    await assert.rejects(readNumbers(broken), (error) => {
      assert.ok(error instanceof BackendError);
      assert.match(error.message, /The graphics device failed/u);
      assert.match(error.hint, /wasm/u);
      return true;
    });
  });
});
