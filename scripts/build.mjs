// Builds dist/: one file each for client, server, runner and command line, with what they load beside them.
//   node scripts/build.mjs [--production]
import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { buildKernels } from "./build-kernels.mjs";
import { generate } from "./generate.mjs";

const production = process.argv.includes("--production");
generate();

/** Entry points by output name; a room that is not there yet is left out by esbuild's own error, never silently. */
const node = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  outdir: "dist",
  external: ["vscode"],
  // ES modules where a package has them: they start sooner, and esbuild cannot follow the parts of UMD files.
  mainFields: ["module", "main"],
  // Modules ask where they lie (tinyglobby); in the bundle that is the bundle's own place.
  define: { "import.meta.url": "bundleUrl" },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  // Importing a TensorFlow.js backend registers it; its package.json says of the file for Node that it does nothing.
  ignoreAnnotations: true,
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
};

await build({
  ...node,
  entryPoints: {
    client: "client/src/extension.ts",
    server: "server/src/node.ts",
    // `runner` and `cli` load what is large, as compiled code where it was kept.
    runner: "runner/src/start.ts",
    "runner-main": "runner/src/main.ts",
    "runner-watch": "runner/src/process/watch.ts",
    install: "runner/src/install-main.ts",
    cli: "cli/src/start.ts",
    "cli-main": "cli/src/main.ts",
  },
});

// The training panel's page.
await build({
  entryPoints: { panel: "client/src/panel/webview/main.ts" },
  bundle: true,
  platform: "browser",
  target: "es2022",
  format: "iife",
  outdir: "dist",
  minify: production,
  logLevel: "warning",
});

// The WebAssembly binaries that the runner loads from beside itself.
const wasm = path.join(path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist");
mkdirSync("dist/wasm", { recursive: true });
for (const name of ["tfjs-backend-wasm.wasm", "tfjs-backend-wasm-simd.wasm"]) cpSync(path.join(wasm, name), path.join("dist/wasm", name));

buildKernels("dist/wasm");

// The pages that findings link to.
for (const [from, to] of [
  ["core/src/rules", "dist/pages"],
  ["core/src/guidelines", "dist/pages/guidelines"],
]) {
  if (existsSync(from)) cpSync(from, to, { recursive: true, filter: (file) => !path.extname(file) || file.endsWith(".md") });
}

// What `nnlint train --install tfjs-node` puts beside TensorFlow's library.
for (const name of ["index.cjs", "probe.cjs", "unpack.py", "linux-x64"])
  cpSync(path.join("runner/addon", name), path.join("dist/addon", name), { recursive: true });
