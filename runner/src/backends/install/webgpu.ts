import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { BackendError } from "../backend-error.js";
import { dawnFile } from "../webgpu/dawn.js";
import { fetchPackages } from "./fetch-packages.js";
import { inPlace } from "./in-place.js";
import lock from "./webgpu-lock.json" with { type: "json" };

/**
 * Puts the package `webgpu` into a folder; its hash stands in `webgpu-lock.json`.
 * @param folder holds `node_modules/webgpu` afterwards
 * @throws BackendError saying what is missing
 */
export function installWebGpu(folder: string): void {
  inPlace(folder, (fresh) => {
    fetchPackages(fresh, lock);
    keepOwnSystem(path.join(fresh, "node_modules", "webgpu"));
  });
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
