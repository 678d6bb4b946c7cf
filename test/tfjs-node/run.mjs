// Installs the backend tfjs-node as a user does, and trains all cases of Deeplearning4j's numbers on TensorFlow's own library:
//   node test/tfjs-node/run.mjs      after the build; needs Linux on x64, python3 with pip, and some 215 MB to fetch the first time
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { skipped } from "../../scripts/skipped.mjs";

// Kept from one run to the next.
const home = path.resolve("node_modules/.cache/nnlint-tfjs-node");
const env = { ...process.env, XDG_DATA_HOME: path.join(home, "data"), XDG_CACHE_HOME: path.join(home, "cache") };

if (process.platform !== "linux" || process.arch !== "x64") skipped("the addon is compiled for Linux on x64");
if (spawnSync("python3", ["-m", "pip", "--version"]).status !== 0)
  skipped("python3 with pip is not there, which fetches TensorFlow's library");

if (!existsSync(path.join(home, "data/nnlint/backends/tfjs-node"))) {
  const { status, stderr } = spawnSync(process.execPath, ["dist/cli.cjs", "train", "--install", "tfjs-node"], { env, encoding: "utf8" });
  if (status !== 0) {
    console.error(stderr);
    if (/could not fetch/.test(stderr)) skipped("TensorFlow's library or tfjs-node cannot be fetched, as the message above says");
    console.log("0 passed, 1 failed: tfjs-node could not be installed.");
    process.exit(1);
  }
}

const files = ["backend", "golden"].map((name) => `test/tfjs-node/${name}.test.ts`);
const reporter = "--test-reporter=./scripts/test-reporter.mjs";
const { status } = spawnSync(process.execPath, ["--import", "tsx", "--test", reporter, ...files], { stdio: "inherit", env });
process.exit(status ?? 1);
