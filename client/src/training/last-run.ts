import * as vscode from "vscode";
import type { RunState } from "./run-state.js";

/**
 * The last run that came to its end, kept for a restart of the window. The editor itself keeps what the panel shows too, but writes
 * it down only every few seconds: a window that is reloaded right after a run would show it half done.
 */
export class LastRun {
  readonly #file: vscode.Uri;

  constructor({ storageUri, globalStorageUri }: vscode.ExtensionContext) {
    this.#file = vscode.Uri.joinPath(storageUri ?? globalStorageUri, "last-run.json");
  }

  async keep(run: RunState): Promise<void> {
    await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(JSON.stringify(run)));
  }

  /** Another run has begun: if that one is cut off, the panel's own picture of it counts. */
  async forget(): Promise<void> {
    await vscode.workspace.fs.delete(this.#file).then(undefined, () => undefined);
  }

  /** `undefined` where there is none, or it cannot be read. */
  async read(): Promise<RunState | undefined> {
    try {
      const kept: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file)));
      return isRun(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}

/** What this extension, or an earlier version of it, has written. */
function isRun(kept: unknown): kept is RunState {
  return typeof kept === "object" && kept !== null && "phase" in kept && "layers" in kept && "findings" in kept && "compared" in kept;
}
