import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/** Fills a folder beside the one that is meant, and puts it in its place when all is done: what was there stays until then. */
export function inPlace(folder: string, fill: (fresh: string) => void): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  try {
    fill(fresh);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
