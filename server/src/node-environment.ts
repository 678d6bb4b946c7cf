import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findFiles } from "./files/find-files.js";
import type { FileState, ServerEnvironment } from "./environment.js";

/**
 * The file system of Node.
 * @param pages the folder with the pages of rules and guidelines
 */
export function nodeEnvironment(pages: string): ServerEnvironment {
  return {
    pathOf: (uri) => (uri.startsWith("file:") ? asPath(uri) : undefined),
    uriOf: (file) => pathToFileURL(file).href,
    readText: (file) => orNothing(readFile(file, "utf8")),
    stateOf: (file) => orNothing(stat(file).then(stateOf)),
    readStart,
    foldersIn: async (folder) => (await entriesOf(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name),
    filesIn: async (folder) => (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name),
    lintedBelow,
    realPath: (file) => orNothing(realpath(file).then(slashed)),
    giveWay: () => new Promise((resolve) => void setImmediate(resolve)),
    pageUri: (name) => pathToFileURL(path.join(pages, `${name}.md`)).href,
  };
}

/** A URI of another host, or with an escaped slash, is no path here. */
function asPath(uri: string): string | undefined {
  try {
    return slashed(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);

const slashed = (file: string) => file.split(path.sep).join("/");

/** Only of a regular file: opening a pipe would wait for somebody to write into it. */
function stateOf(stats: Stats): FileState | undefined {
  return stats.isFile() ? { size: stats.size, modified: stats.mtimeMs } : undefined;
}

/** What cannot be read is taken as not there: rules treat it as unknown. */
function orNothing<T>(reading: Promise<T | undefined>): Promise<T | undefined> {
  return reading.catch(() => undefined);
}

async function lintedBelow(paths: readonly string[]): Promise<readonly string[]> {
  const { files, configurations } = await findFiles(paths, { gitignore: true, ignorePatterns: [] });
  return [...files, ...configurations].map(slashed);
}

async function readStart(file: string, bytes: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, bytes)), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
