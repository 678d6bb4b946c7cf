import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { backendsFolder } from "../installed.js";
import type { TensorFlowName } from "../tensorflow/open-tensorflow.js";
import { installTensorFlow, tensorFlowSizes } from "./tensorflow.js";
import { installWebGpu, webGpuSize } from "./webgpu.js";

/** Backends that do not ship with nnlint, and can be installed. */
export const installable = ["webgpu", "tfjs-node", "tfjs-node-gpu"] as const;
export type Installable = (typeof installable)[number];

interface Recipe {
  /** How large it is, to be told beforehand. */
  readonly size: string;
  /** Fetches it and says what it computes with, where that is known by then. */
  readonly install: (folder: string, addonFolder: string) => string | undefined;
}

const tensorFlow = (name: TensorFlowName): Recipe => ({
  size: tensorFlowSizes[name],
  install: (folder, addonFolder) => installTensorFlow(name, folder, addonFolder),
});

const recipes: Readonly<Record<Installable, Recipe>> = {
  webgpu: {
    size: webGpuSize,
    install: (folder) => {
      installWebGpu(folder);
      return undefined;
    },
  },
  "tfjs-node": tensorFlow("tfjs-node"),
  "tfjs-node-gpu": tensorFlow("tfjs-node-gpu"),
};

/** How large it is, and where it goes. */
export function describeInstallation(name: Installable): { readonly size: string; readonly folder: string } {
  return { size: recipes[name].size, folder: folderOf(name) };
}

/**
 * Fetches a backend.
 * @param addonFolder holds what ships with nnlint for it
 * @returns what it computes with, where that is known by then
 * @throws BackendError
 */
export function installBackend(name: Installable, addonFolder: string): string | undefined {
  return recipes[name].install(folderOf(name), addonFolder);
}

/** Takes away all that was installed. @returns whether there was anything */
export function removeBackend(name: Installable): boolean {
  const folder = folderOf(name);
  const isThere = existsSync(folder);
  for (const one of [folder, `${folder}.wheels`]) rmSync(one, { recursive: true, force: true });
  return isThere;
}

const folderOf = (name: Installable) => path.join(backendsFolder(), name);
