import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { BackendError } from "../backend-error.js";

/** A lockfile of npm's, without the packages' addresses: which registry they come from is the user's own setting. */
interface Lock {
  readonly packages: { readonly "": object };
}

/**
 * Puts a lock's packages into a folder, with npm, which checks each against its hash. Nothing of the packages is run.
 * @param manifest what package.json says beside the dependencies
 * @throws BackendError saying what is missing
 */
export function fetchPackages(folder: string, lock: Lock, manifest: object = {}): void {
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, ...lock.packages[""], ...manifest }));
  writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify(lock));
  // On Windows npm is a command file, which only a shell runs; the arguments are all ours.
  const { status, error, stderr } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (error) throw new BackendError(`npm cannot be started: ${error.message}.`, "Install Node.js with npm, and put it on the PATH.");
  if (status !== 0)
    throw new BackendError(`npm could not fetch the package: ${stderr.trim()}`, "Look at the message, and run the command again.");
}
