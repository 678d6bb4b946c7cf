// Trains the golden cases on the WebGPU backend, on SwiftShader, a graphics device that is a program on the CPU:
//   node test/webgpu/run.mjs [--all]      some cases, or all (some minutes)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.log("0 passed, 0 failed: SwiftShader is packed for Linux on x64 only; nothing was tried.");
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), "nnlint-swiftshader-"));
try {
  process.exitCode = run(unpackSwiftShader(folder));
} finally {
  rmSync(folder, { recursive: true });
}

/** The device comes with a browser's package; its archive also holds Vulkan's loader. */
function unpackSwiftShader(folder) {
  const [browser] = createRequire(import.meta.url)
    .resolve("@sparticuz/chromium")
    .split(/(?<=@sparticuz.chromium)/);
  writeFileSync(path.join(folder, "all.tar"), brotliDecompressSync(readFileSync(path.join(browser, "bin/swiftshader.tar.br"))));
  spawnSync("tar", ["xf", "all.tar"], { cwd: folder, stdio: "inherit" });
  return folder;
}

/** In a process of its own: the loader looks for its device when the process starts. */
function run(folder) {
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: folder,
    VK_ICD_FILENAMES: path.join(folder, "vk_swiftshader_icd.json"),
    ...(process.argv.includes("--all") ? { NNLINT_ALL_CASES: "1" } : {}),
  };
  const reporter = "--test-reporter=./scripts/test-reporter.mjs";
  const files = ["test/webgpu/backend.test.ts", "test/webgpu/golden.test.ts"];
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "--test", reporter, ...files], { stdio: "inherit", env });
  return status ?? 1;
}
