// npm start: installs, builds, lints the examples, trains one with a live curve, and opens the editor on them.
//   npm start -- --no-editor    ends after the training
import path from "node:path";
import { root } from "./install.mjs";
import { areEnding, endPrograms, runProgram } from "./programs.mjs";

process.chdir(root);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => endPrograms(signal));
// A signal to npm alone ends the shell between npm and this process, and never comes here.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && endPrograms("SIGTERM"), 500).unref();

try {
  await step("install", "scripts/install.mjs");
  console.log("Building …");
  await step("build", "scripts/build.mjs");
  console.log("\n$ nnlint check examples");
  await step("check", "bin/nnlint.mjs", "check", "examples", "--fail-on", "never");
  console.log("\n$ nnlint train examples/iris.nnet");
  await step("train", "bin/nnlint.mjs", "train", "examples/iris.nnet");
  if (!process.argv.includes("--no-editor")) {
    const { openEditor } = await import("./open-editor.mjs");
    await openEditor(path.join(root, "examples"), path.join(root, "examples/iris-broken.nnet"));
  }
} catch (error) {
  if (!areEnding()) console.error(error.message);
  process.exitCode = 1;
}
if (areEnding()) process.exitCode = 130;

/** Runs a Node program to its end. @throws Error when it fails */
async function step(name, ...args) {
  const code = await runProgram(process.execPath, args);
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}.`);
}
