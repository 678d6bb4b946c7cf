import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { BackendError } from "../backend-error.js";
import { probeDawn } from "./probe.js";

/** The native half of the package `webgpu`: Dawn, Chromium's implementation of WebGPU. */
interface Dawn {
  readonly create: (options: readonly string[]) => GPU;
  /** `GPUBuffer`, `GPUBufferUsage` and the like, which code for browsers expects as globals. */
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Where this machine's binary lies in the package. */
export const dawnFile = `dist/${process.platform}-${process.platform === "darwin" ? "universal" : process.arch}/dawn.node`;

/** The binary of this machine, or `undefined` where the package is not installed. @param folders packages `webgpu`, the first wins */
export function findDawn(folders: readonly string[]): string | undefined {
  return folders.map((folder) => path.join(folder, dawnFile)).find((file) => existsSync(file));
}

/** Loads the binary, after it was tried, and gives the machine's graphics devices. @throws BackendError where it cannot be used */
export function loadDawn(file: string): GPU {
  if (process.versions.electron !== undefined)
    throw new BackendError("needs Node.js, not the editor's own runtime", "Set nnlint.training.nodePath to a Node.js program.");
  probeDawn(file);
  // The package's own index is an ES module, which finds this file and no more.
  const dawn = createRequire(file)(file) as Dawn;
  Object.assign(globalThis, dawn.globals);
  return dawn.create([]);
}
