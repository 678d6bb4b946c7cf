// npm test [kind …]: all tests, or the named kinds. Each kind's runner prints its own lines; the last line is the sum.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { installPackages, root } from "./install.mjs";
import { skippedCode } from "./skipped.mjs";

process.chdir(root);
installPackages();

const node = (...args) => ({ command: process.execPath, args });
const bin = (name, ...args) => node(path.join("node_modules", name), ...args);

/** Every test file below a folder. */
function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => path.join(folder, name))
    .sort();
}
const nodeTest = (...folders) =>
  node("--import", "tsx", "--test", "--test-reporter=./scripts/test-reporter.mjs", ...folders.flatMap(testFiles));

/** From the cheapest to the dearest. */
const kinds = {
  tidy: () => [node("scripts/tidy.mjs")],
  format: () => [bin("prettier/bin/prettier.cjs", "--check", "--log-level=warn", ".")],
  types: () => [bin("typescript/bin/tsc", "-p", ".")],
  lint: () => [bin("eslint/bin/eslint.js", ".")],
  unit: () => [nodeTest("test/unit")],
  pages: () => [nodeTest("test/pages")],
  examples: () => [nodeTest("test/examples")],
  wire: () => [nodeTest("test/wire")],
  cli: () => [nodeTest("test/cli")],
  webgpu: () => [node("test/webgpu/run.mjs")],
  "tfjs-node": () => [node("test/tfjs-node/run.mjs")],
  editor: () => [node("test/editor/run.mjs")],
};
/** Only when asked for. */
const onRequest = {
  electron: () => [node("test/editor/electron.mjs")],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((kind) => !(kind in kinds) && !(kind in onRequest));
if (unknown.length > 0) {
  console.error(`There is no kind of test named ${unknown.join(", ")}. There are: ${Object.keys({ ...kinds, ...onRequest }).join(", ")}.`);
  process.exit(2);
}

run("build", node("scripts/build.mjs"));
const results = { passed: [], failed: [], skipped: [] };
for (const kind of asked.length > 0 ? asked : Object.keys(kinds)) {
  const outcomes = (kinds[kind] ?? onRequest[kind])().map((step) => run(kind, step));
  results[["failed", "skipped", "passed"].find((outcome) => outcomes.includes(outcome))].push(kind);
}
const { passed, failed, skipped } = results;
if (skipped.length > 0) console.log(`\nNot run on this machine: ${skipped.join(", ")}; the line SKIPPED above says why.`);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(", ")}.`);
else if (passed.length > 0) console.log(`\n${skipped.length > 0 ? "Everything else" : "Everything"} passed.`);
console.log(`kinds: ${passed.length} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
process.exit(failed.length === 0 ? 0 : 1);

/** Runs a step of a kind and says how it went. Nothing can be tested when the build fails. */
function run(name, { command, args }) {
  const started = performance.now();
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  const outcome = status === 0 ? "passed" : status === skippedCode ? "skipped" : "failed";
  console.log(`   ${name}: ${outcome === "failed" ? "FAILED" : outcome} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (outcome === "failed" && name === "build") process.exit(1);
  return outcome;
}
