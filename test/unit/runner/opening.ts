import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Where the package keeps its WebAssembly binaries. */
export const wasmFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json")),
  "dist",
);

/** Where backends are that do not ship with nnlint: the repository's own packages. */
export const packages = [fileURLToPath(new URL("../../../node_modules", import.meta.url))];
