import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { AskedBackend } from "../../../runner/src/protocol/backend-names.js";
import { installable } from "../../../runner/src/protocol/installable.js";
import { isInstalled } from "../../../runner/src/backends/installed.js";

/** What nnlint's own programs need at least. */
const oldestNode = 20;

/**
 * The Node.js program that a training runs under: the one of the setting; the editor's own; or, where the editor's own is Electron,
 * which does not load native backends, and such a one is asked for or installed, the `node` on the PATH.
 */
export async function nodeProgram(nodePath: string, backend: AskedBackend): Promise<string> {
  if (nodePath !== "") return nodePath;
  return (process.versions.electron !== undefined && wantsNative(backend) ? await nodeOnPath() : undefined) ?? process.execPath;
}

function wantsNative(backend: AskedBackend): boolean {
  return backend === "auto" ? installable.some(isInstalled) : installable.some((name) => name === backend);
}

/** The first `node` on the PATH, by its absolute path; `undefined` where there is none, or it is too old. */
export async function nodeOnPath(): Promise<string | undefined> {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (found === undefined) return undefined;
  const answer = await promisify(execFile)(found, ["--version"], { timeout: 5000 }).catch(() => undefined);
  const version = /^v(\d+)\./.exec(answer?.stdout ?? "")?.[1];
  return Number(version) >= oldestNode ? found : undefined;
}
