import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { backendsFolder } from "../installed.js";
import { installWebGpu, webGpuSize } from "./webgpu.js";

/** Backends that do not ship with nnlint, and can be installed. */
export const installable = ["webgpu"] as const;
export type Installable = (typeof installable)[number];

interface Recipe {
  /** How large it is, to be told beforehand. */
  readonly size: string;
  readonly install: (folder: string) => void;
}

const recipes: Readonly<Record<Installable, Recipe>> = { webgpu: { size: webGpuSize, install: installWebGpu } };

/** How large it is, and where it goes. */
export function describeInstallation(name: Installable): { readonly size: string; readonly folder: string } {
  return { size: recipes[name].size, folder: folderOf(name) };
}

/** Fetches a backend. @throws BackendError */
export function installBackend(name: Installable): void {
  recipes[name].install(folderOf(name));
}

/** Takes away all that was installed. @returns whether there was anything */
export function removeBackend(name: Installable): boolean {
  const folder = folderOf(name);
  const isThere = existsSync(folder);
  rmSync(folder, { recursive: true, force: true });
  return isThere;
}

const folderOf = (name: Installable) => path.join(backendsFolder(), name);
