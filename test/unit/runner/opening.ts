import path from "node:path";
import { fileURLToPath } from "node:url";

/** Where the build puts the WebAssembly binaries: TensorFlow.js's and our own. */
export const wasmFolder = fileURLToPath(new URL("../../../dist/wasm", import.meta.url));

/** Where backends are that do not ship with nnlint: the repository's own packages. */
export const packages = [path.resolve(wasmFolder, "../../node_modules")];
