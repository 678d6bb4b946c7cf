import { createRequire } from "node:module";
import path from "node:path";

/** Where the package keeps its WebAssembly binaries. */
export const wasmFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json")),
  "dist",
);
