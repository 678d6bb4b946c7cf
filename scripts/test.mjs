// npm test [kind …]: all tests, or the named kinds. Each kind's runner prints its own lines; the last line is the sum.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { installPackages, root } from "./install.mjs";

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
};
/** Only when asked for. The editor's suites have steps that fail and are to be mended: docs/architecture.md. */
const onRequest = {
  editor: () => [node("test/editor/run.mjs")],
  electron: () => [node("test/editor/electron.mjs")],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((kind) => !(kind in kinds) && !(kind in onRequest));
if (unknown.length > 0) {
  console.error(`There is no kind of test named ${unknown.join(", ")}. There are: ${Object.keys({ ...kinds, ...onRequest }).join(", ")}.`);
  process.exit(2);
}

run("build", node("scripts/build.mjs"));
const failed = [];
for (const kind of asked.length > 0 ? asked : Object.keys(kinds)) {
  for (const step of (kinds[kind] ?? onRequest[kind])()) if (!run(kind, step)) failed.push(kind);
}
const passed = (asked.length > 0 ? asked : Object.keys(kinds)).length - failed.length;
console.log(failed.length === 0 ? "\nEverything passed." : `\nFailed: ${failed.join(", ")}.`);
console.log(`kinds: ${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function run(name, { command, args }) {
  const started = performance.now();
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  console.log(`   ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0 && name === "build") process.exit(1);
  return status === 0;
}
