import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BackendError } from "../backend-error.js";
import { dawnFile } from "../webgpu/dawn.js";
import lock from "./webgpu-lock.json" with { type: "json" };

/** What the user is told before anything is fetched. */
export const webGpuSize = "about 60 MB to fetch for all systems, of which 20 to 40 MB are kept";

/**
 * Puts the package `webgpu` into a folder, with npm, which checks it against the hash in `webgpu-lock.json`. Nothing of the package is
 * run, and what was there stays until all is done.
 * @param folder holds `node_modules/webgpu` afterwards
 * @throws BackendError saying what is missing
 */
export function installWebGpu(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(path.join(fresh, "package.json"), JSON.stringify({ private: true, ...lock.packages[""] }));
    writeFileSync(path.join(fresh, "package-lock.json"), JSON.stringify(lock));
    npm(fresh, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    keepOwnSystem(path.join(fresh, "node_modules", "webgpu"));
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function npm(folder: string, ...args: readonly string[]): void {
  // On Windows npm is a command file, which only a shell runs; the arguments are all ours.
  const { status, error, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
  if (error) throw new BackendError(`npm cannot be started: ${error.message}.`, "Install Node.js with npm, and put it on the PATH.");
  if (status !== 0)
    throw new BackendError(`npm could not fetch the package: ${stderr.trim()}`, "Look at the message, and run the command again.");
}

/** The package brings the binaries of five systems. */
function keepOwnSystem(webgpu: string): void {
  const [, system = ""] = dawnFile.split("/");
  if (!existsSync(path.join(webgpu, dawnFile)))
    throw new BackendError(`The package webgpu has no binary for ${system}.`, "Train with --backend wasm.");
  cpSync(path.join(webgpu, "dist", system), path.join(webgpu, system), { recursive: true });
  rmSync(path.join(webgpu, "dist"), { recursive: true });
  mkdirSync(path.join(webgpu, "dist"));
  renameSync(path.join(webgpu, system), path.join(webgpu, "dist", system));
}
