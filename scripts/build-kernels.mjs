// Compiles runner/kernels/ from AssemblyScript: once for engines with relaxed SIMD, once for those without.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve("assemblyscript/package.json")), "bin/asc.js");

/** No memory of its own, no runtime: the kernels work in the memory of tfjs-backend-wasm, at the addresses that they are given. */
const usual = [
  "-O3",
  "--noAssert",
  "--runtime",
  "stub",
  "--importMemory",
  "--noExportMemory",
  "--enable",
  "simd",
  "--disableWarning",
  "112",
];

export function buildKernels(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, options] of [
    ["nnlint-kernels", []],
    ["nnlint-kernels-relaxed", ["--enable", "relaxed-simd"]],
  ])
    execFileSync(process.execPath, [compiler, "runner/kernels/index.ts", ...usual, ...options, "-o", path.join(folder, `${name}.wasm`)], {
      stdio: "inherit",
    });
}
