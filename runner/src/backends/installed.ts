import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { Installable } from "../protocol/installable.js";

/** Where backends are put that do not ship with nnlint: the user's own data, outside any project. */
export function backendsFolder({ env, platform }: Pick<NodeJS.Process, "env" | "platform"> = process): string {
  const home = homedir();
  const data: Partial<Record<NodeJS.Platform, string>> = {
    win32: env.LOCALAPPDATA ?? path.join(home, "AppData", "Local"),
    darwin: path.join(home, "Library", "Application Support"),
  };
  return path.join(data[platform] ?? env.XDG_DATA_HOME ?? path.join(home, ".local", "share"), "nnlint", "backends");
}

/** Where one of them is put. */
export function folderOf(name: Installable): string {
  return path.join(backendsFolder(), name);
}

export function isInstalled(name: Installable): boolean {
  return existsSync(folderOf(name));
}

/** Folders that may hold a package. @param further folders of packages beside what was installed for nnlint */
export function packageFolders(name: string, further: readonly string[] = []): readonly string[] {
  return [path.join(backendsFolder(), name, "node_modules"), ...further].map((folder) => path.join(folder, name));
}
