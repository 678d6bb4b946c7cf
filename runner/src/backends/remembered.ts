import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { z } from "zod";

// What was found out about this machine, so that the next run need not find it out again. Losing it costs a moment, so no fault here
// is told.

/** Where it stands: the user's cache, outside any project. */
export function cacheFolder({ env, platform }: Pick<NodeJS.Process, "env" | "platform"> = process): string {
  const home = homedir();
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    win32: env.LOCALAPPDATA ?? path.join(home, "AppData", "Local"),
    darwin: path.join(home, "Library", "Caches"),
  };
  return path.join(caches[platform] ?? env.XDG_CACHE_HOME ?? path.join(home, ".cache"), "nnlint");
}

const fileOf = (key: string) => path.join(cacheFolder(), `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`);

/** What was remembered under a key; `undefined` where there is nothing, or something else. */
export function recall<T>(key: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(fileOf(key), "utf8"))).data;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    const file = fileOf(key);
    mkdirSync(path.dirname(file), { recursive: true });
    // whole or not at all, whoever reads at the same time
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify(value));
    renameSync(fresh, file);
  } catch {
    // A home that cannot be written to.
  }
}
