import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { test } from "node:test";
import { inFolder, network, nnlint } from "./nnlint.js";

const keepsCode = "enableCompileCache" in module;

test("compiled code of the command line and of the runner is kept for the next start", { skip: !keepsCode && "from Node.js 22.1 on" }, () =>
  inFolder(async (folder) => {
    const env = { HOME: folder, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
    const { code } = await nnlint(["train", "-", "--stdin-filename", "moons.nnet", "--steps", "1"], { stdin: network(0.01), env });
    assert.equal(code, 0);
    const kept = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.split(path.sep).includes("compiled"));
    const sizes = kept.map((file) => statSync(path.join(folder, file))).filter((about) => about.isFile() && about.size > 100_000);
    assert.equal(sizes.length, 2, kept.join("\n"));
  }),
);

test("a home that cannot be written to is no hindrance", async () => {
  const env = { HOME: "/dev/null", XDG_CACHE_HOME: "/dev/null", LOCALAPPDATA: "/dev/null" };
  const { code, stderr } = await nnlint(["train", "-", "--stdin-filename", "moons.nnet", "--steps", "1"], { stdin: network(0.01), env });
  assert.deepEqual([code, stderr], [0, ""]);
});
