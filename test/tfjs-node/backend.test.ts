import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { inFolder, network, nnlint } from "../cli/nnlint.js";

const installed = path.join(process.env.XDG_DATA_HOME ?? "", "nnlint/backends/tfjs-node");

/** What the run's first line says of the backend. */
async function started(asked: string, env: NodeJS.ProcessEnv, config = network(0.05)) {
  const { stdout, stderr } = await nnlint(["train", "-", "--backend", asked, "--steps", "2", "--format", "ndjson"], {
    stdin: config,
    env,
  });
  const [first = ""] = stdout.split("\n");
  assert.match(first, /"event":"start"/, first + stderr);
  return JSON.parse(first) as { backend: string; why: string };
}

describe("tfjs-node", () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  const backends = () => path.join(folder, "data/nnlint/backends");

  before(() => (folder = mkdtempSync(path.join(tmpdir(), "nnlint-tfjs-"))));
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    mkdirSync(path.join(backends(), "tfjs-node/lib"), { recursive: true });
    // All but the library, which is large, is a copy that a test may damage.
    for (const name of readdirSync(installed).filter((one) => one !== "lib"))
      cpSync(path.join(installed, name), path.join(backends(), "tfjs-node", name), { recursive: true });
    env = { XDG_DATA_HOME: path.join(folder, "data"), XDG_CACHE_HOME: path.join(folder, "cache") };
  });
  const linkLibrary = (name = "tfjs-node") =>
    symlinkSync(path.join(installed, "lib/tensorflow"), path.join(backends(), name, "lib/tensorflow"));

  test("is taken where it is asked for, and before wasm; what it computes on is said", async () => {
    linkLibrary();
    const asked = await started("tfjs-node", env);
    assert.deepEqual([asked.backend, asked.why], ["tfjs-node", "as asked, on the CPU, TensorFlow 2.15.1"]);
    const { backend, why } = await started("auto", env);
    assert.equal(backend, "tfjs-node");
    assert.equal(why, "tfjs-node, on the CPU, TensorFlow 2.15.1, is the first that works here; tfjs-node-gpu, webgpu: not installed");
  });

  test("series are faster on wasm, which is taken first for them", async () => {
    linkLibrary();
    const series = `network a {
  data { train: builtin(waves), test: split(0.2), labelAt: last }
  train { seed: 1, epochs: 2, updater: adam(learningRate: 0.001) }
  input: sequence(features: 1, length: 60)
  layer lastTimeStep(lstm) { nOut: 4, activation: tanh }
  layer output { nOut: 3, activation: softmax, loss: mcxent }
}`;
    assert.equal((await started("auto", env, series)).backend, "wasm");
    assert.equal((await started("tfjs-node", env, series)).backend, "tfjs-node");
  });

  test("the answer to the trial is remembered", async () => {
    linkLibrary();
    await started("tfjs-node", env);
    const answers = readdirSync(path.join(folder, "cache/nnlint")).map((name) =>
      readFileSync(path.join(folder, "cache/nnlint", name), "utf8"),
    );
    assert.ok(answers.includes('{"version":"2.15.1","gpu":false}'), answers.join());
  });

  test("without its library it is passed over, with the reason", async () => {
    const { backend, why } = await started("tfjs-node", env);
    assert.equal(backend, "wasm");
    assert.match(why, /tfjs-node failed when it was tried \(libtensorflow_cc\.so\.2: cannot open shared object file/);
  });

  test("a library that is cut off takes only the trial with it", async () => {
    cpSync(path.join(installed, "lib"), path.join(backends(), "tfjs-node/lib"), { recursive: true });
    truncateSync(path.join(backends(), "tfjs-node/lib/tensorflow/libtensorflow_cc.so.2"), 300_000_000);
    const { backend, why } = await started("tfjs-node", env);
    assert.equal(backend, "wasm");
    assert.match(why, /tfjs-node broke off when it was tried \(SIGBUS\): its library is damaged/);
  });

  test("a library for CUDA without a graphics card is passed over for the one for the CPU", async () => {
    linkLibrary();
    const gpu = path.join(backends(), "tfjs-node-gpu");
    cpSync(path.join(backends(), "tfjs-node"), gpu, { recursive: true });
    const { backend, why } = await started("auto", env);
    assert.equal(backend, "tfjs-node");
    assert.match(why, /tfjs-node-gpu finds no CUDA device/);
  });

  test("the addon that ships is the one whose hash the README names", async () => {
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256").update(readFileSync("runner/addon/linux-x64/tfjs_binding.node")).digest("hex");
    assert.ok(readFileSync("runner/addon/README.md", "utf8").includes(hash));
  });

  test("nothing of it is left after it is taken away", () =>
    inFolder(async (home) => {
      const own = { XDG_DATA_HOME: path.join(home, "data") };
      mkdirSync(path.join(home, "data/nnlint/backends/tfjs-node.wheels"), { recursive: true });
      mkdirSync(path.join(home, "data/nnlint/backends/tfjs-node"));
      const { stdout } = await nnlint(["train", "--uninstall", "tfjs-node"], { env: own });
      assert.equal(stdout, "Removed tfjs-node.\n");
      assert.deepEqual(readdirSync(path.join(home, "data/nnlint/backends")), []);
    }));
});
