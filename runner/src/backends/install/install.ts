import { existsSync, rmSync } from "node:fs";
import { installSizes, type Installable } from "../../protocol/installable.js";
import { folderOf } from "../installed.js";
import { installTensorFlow } from "./tensorflow.js";
import { installWebGpu } from "./webgpu.js";

/** Fetches a backend and says what it computes with, where that is known by then. */
type Recipe = (folder: string, addonFolder: string) => string | undefined;

const recipes: Readonly<Record<Installable, Recipe>> = {
  webgpu: (folder) => {
    installWebGpu(folder);
    return undefined;
  },
  "tfjs-node": (folder, addonFolder) => installTensorFlow("tfjs-node", folder, addonFolder),
  "tfjs-node-gpu": (folder, addonFolder) => installTensorFlow("tfjs-node-gpu", folder, addonFolder),
};

/** How large it is, and where it goes. */
export function describeInstallation(name: Installable): { readonly size: string; readonly folder: string } {
  return { size: installSizes[name], folder: folderOf(name) };
}

/**
 * Fetches a backend.
 * @param addonFolder holds what ships with nnlint for it
 * @returns what it computes with, where that is known by then
 * @throws BackendError
 */
export function installBackend(name: Installable, addonFolder: string): string | undefined {
  return recipes[name](folderOf(name), addonFolder);
}

/** Takes away all that was installed. @returns whether there was anything */
export function removeBackend(name: Installable): boolean {
  const folder = folderOf(name);
  const isThere = existsSync(folder);
  for (const one of [folder, `${folder}.wheels`]) rmSync(one, { recursive: true, force: true });
  return isThere;
}
