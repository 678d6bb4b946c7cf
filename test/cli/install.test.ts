import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { dawnFile } from "../../runner/src/backends/webgpu/dawn.js";
import { inFolder, network, nnlint } from "./nnlint.js";

/** A folder for programs with an `npm` of these lines, and the environment that finds it first. */
function environment(folder: string, npm: string): NodeJS.ProcessEnv {
  const programs = path.join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(path.join(programs, "npm"), `#!/bin/sh\n${npm}\n`, { mode: 0o755 });
  return { PATH: `${programs}:${process.env.PATH ?? ""}`, XDG_DATA_HOME: path.join(folder, "data") };
}
const backends = (folder: string) => path.join(folder, "data/nnlint/backends");
const installed = (folder: string) => path.join(backends(folder), "webgpu/node_modules/webgpu");

/** A package with a binary for this system and for another; it cannot be loaded. */
const brings = `mkdir -p node_modules/webgpu/${path.posix.dirname(dawnFile)} node_modules/webgpu/dist/other
grep -q sha512 package-lock.json && echo broken > node_modules/webgpu/${dawnFile}`;

describe("nnlint train --install", { skip: process.platform !== "linux" }, () => {
  test("puts the binary of this system in place and says how large it is; --uninstall takes it away", () =>
    inFolder(async (folder) => {
      const env = environment(folder, brings);
      const { code, stdout } = await nnlint(["train", "--install", "webgpu"], { env });
      assert.equal(code, 0);
      assert.match(stdout, /MB/);
      assert.ok(existsSync(path.join(installed(folder), dawnFile)));
      assert.deepEqual(readdirSync(path.join(installed(folder), "dist")).length, 1);
      const removed = await nnlint(["train", "--uninstall", "webgpu"], { env });
      assert.equal(removed.stdout, "Removed webgpu.\n");
      assert.deepEqual(readdirSync(backends(folder)), []);
    }));

  test("where npm fails its message is shown, and what was there stays", () =>
    inFolder(async (folder) => {
      const env = environment(folder, "echo no network >&2; exit 1");
      mkdirSync(installed(folder), { recursive: true });
      const { code, stderr } = await nnlint(["train", "--install", "webgpu"], { env });
      assert.equal(code, 2);
      assert.match(stderr, /npm could not fetch the package: no network/);
      assert.deepEqual(readdirSync(backends(folder)), ["webgpu"]);
    }));

  test("a binary that cannot be loaded is passed over, and the run says so", () =>
    inFolder(async (folder) => {
      const env = environment(folder, brings);
      await nnlint(["train", "--install", "webgpu"], { env });
      const { code, stdout } = await nnlint(["train", "-", "--steps", "2", "--format", "ndjson"], { env, stdin: network(0.05) });
      assert.equal(code, 0);
      assert.match(stdout, /"backend":"wasm","asked":"auto","why":"[^"]*webgpu failed when it was tried \([^"]*too short\)/);
    }));
});

describe("the installer that the editor starts", { skip: process.platform !== "linux" }, () => {
  const run = (folder: string, npm: string, ...call: string[]) =>
    spawnSync(process.execPath, ["dist/install.cjs", ...call], { env: environment(folder, npm), encoding: "utf8" });

  test("installs and removes, and says so in its last line", () =>
    inFolder((folder) => {
      const { status, stdout } = run(folder, brings, "install", "webgpu");
      assert.deepEqual([status, stdout], [0, "Installed webgpu.\n"]);
      assert.ok(existsSync(path.join(installed(folder), dawnFile)));
      rmSync(path.join(folder, "programs"), { recursive: true });
      assert.equal(run(folder, brings, "remove", "webgpu").stdout, "Removed webgpu.\n");
      assert.ok(!existsSync(installed(folder)));
      return Promise.resolve();
    }));

  test("says what went wrong and what to do", () =>
    inFolder((folder) => {
      const { status, stdout } = run(folder, "echo no network >&2; exit 1", "install", "webgpu");
      assert.equal(status, 1);
      assert.match(stdout, /no network.* run the command again/s);
      return Promise.resolve();
    }));
});
