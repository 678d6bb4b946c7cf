// npm start: installs, builds, lints the examples, trains one with a live curve, and opens the editor on them.
//   npm start -- --no-editor    ends after the training
import { spawn } from "node:child_process";
import path from "node:path";
import { installPackages, root } from "./install.mjs";

process.chdir(root);
const children = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exitCode = 130;
  });
}

installPackages();
console.log("Building …");
await run("build", ["scripts/build.mjs"]);

heading("nnlint check examples");
await run("check", ["bin/nnlint.mjs", "check", "examples", "--fail-on", "never"]);

heading("nnlint train examples/iris.nnet");
await run("train", ["bin/nnlint.mjs", "train", "examples/iris.nnet"]);

if (!process.argv.includes("--no-editor") && process.exitCode === undefined) {
  const { openEditor } = await import("./open-editor.mjs");
  await openEditor(path.resolve("examples"), children);
}

function heading(text) {
  console.log(`\n$ ${text}`);
}

/** Runs a Node program to its end; a failure ends everything with its exit code. */
async function run(name, args) {
  if (process.exitCode !== undefined) return;
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  children.add(child);
  const code = await new Promise((resolve) => child.on("exit", (status, signal) => resolve(signal ? 130 : status)));
  children.delete(child);
  if (code !== 0) {
    console.error(`${name} ended with exit code ${code}.`);
    process.exitCode = code;
  }
}
