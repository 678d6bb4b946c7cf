import path from "node:path";
import { BackendError } from "../../../runner/src/backends/backend-error.js";
import { describeInstallation, installBackend, removeBackend } from "../../../runner/src/backends/install/install.js";
import type { Installable } from "../../../runner/src/protocol/installable.js";
import { UsageError } from "../usage-error.js";

/** Fetches a backend that does not ship with nnlint; says beforehand how large it is. */
export function installAndSay(name: Installable): void {
  const { size, folder } = describeInstallation(name);
  process.stdout.write(`Installing ${name} into ${folder}: ${size}.\n`);
  let device: string | undefined;
  try {
    device = installBackend(name, path.join(__dirname, "addon"));
  } catch (error) {
    if (error instanceof BackendError) throw new UsageError(`${error.message} ${error.hint}`);
    throw error;
  }
  process.stdout.write(
    `Installed${device === undefined ? "" : `: ${device}`}. Trainings use ${name} where it works; nnlint train --uninstall ${name} takes it away again.\n`,
  );
}

/** Takes a backend away that was installed. */
export function removeAndSay(name: Installable): void {
  process.stdout.write(removeBackend(name) ? `Removed ${name}.\n` : `${name} was not installed.\n`);
}
