import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  analyse,
  lintedEndingsInWords,
  notationOf,
  type AnalysedFile,
  type AnalysisEnvironment,
} from "../../core/src/analysis/workspace.js";
import type { Notation } from "../../core/src/model/index.js";
import type { UserSettings } from "../../core/src/project/projects.js";
import { environmentOf } from "./node-environment.js";
import { findFiles, type FindOptions } from "./find-files.js";
import { UsageError } from "./usage-error.js";

/** A text to lint with what surrounds it. */
export interface Source {
  /** Absolute; `undefined` for standard input without a name. */
  readonly file: string | undefined;
  /** How reports name it: relative to the working directory, absolute outside it, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly notation: Notation;
  readonly environment: AnalysisEnvironment;
  /** The `nnlint.json` files that count for it. */
  readonly configPaths: readonly string[];
}

/** A file that could not be read. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
}

/** Reads the files of the given paths; `-` is standard input. Configured ignores are left out. */
export async function readSources(
  paths: readonly string[],
  options: FindOptions & { readonly stdinFilename?: string | undefined },
  settings: UserSettings,
): Promise<{ readonly sources: readonly Source[]; readonly configurations: readonly string[]; readonly errors: readonly Unreadable[] }> {
  const { files, configurations, errors } = await findFiles(
    paths.filter((given) => given !== "-"),
    options,
  );
  const read = await Promise.all(files.map((file) => readSource(file, settings, options.gitignore)));
  const stdin = paths.includes("-") ? [await readStandardInput(options.stdinFilename, settings)] : [];
  return {
    sources: [...stdin, ...read.flatMap((result) => (result && "text" in result ? [result] : []))],
    configurations,
    errors: [...errors, ...read.flatMap((result) => (result && "message" in result ? [result] : []))],
  };
}

/** Reads the one file that a command is about; `-` is standard input. @throws UsageError when it cannot be read */
export async function readOneSource(given: string, settings: UserSettings, stdinFilename: string | undefined): Promise<Source> {
  if (given === "-") return readStandardInput(stdinFilename, settings);
  const file = path.resolve(given);
  if (!notationOf(file)) throw new UsageError(`${given}: nnlint reads ${lintedEndingsInWords} files.`);
  const read = await readSource(file, settings, false);
  if (!read || "message" in read) throw new UsageError(`${given}: ${read?.message ?? "This file cannot be read."}`);
  return read;
}

async function readSource(file: string, settings: UserSettings, honourIgnores: boolean): Promise<Source | Unreadable | undefined> {
  const shown = shownPath(file);
  const notation = notationOf(file);
  if (!notation) return undefined;
  try {
    const [text, environment] = await Promise.all([readFile(file, "utf8"), environmentOf(file, settings)]);
    const { configPaths } = environment;
    return environment.ignored && honourIgnores ? undefined : { file, path: shown, text, notation, environment, configPaths };
  } catch (error) {
    return { path: shown, message: reasonOf(error) };
  }
}

async function readStandardInput(name: string | undefined, settings: UserSettings): Promise<Source> {
  const file = name === undefined ? undefined : path.resolve(name);
  const notation = name === undefined ? "nnet" : notationOf(name);
  if (!notation) throw new UsageError(`--stdin-filename ${name ?? ""}: nnlint reads ${lintedEndingsInWords} files.`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const environment = await environmentOf(file, settings);
  const { configPaths } = environment;
  return { file, path: name ?? "-", text: Buffer.concat(chunks).toString("utf8"), notation, environment, configPaths };
}

/** Lints a source. */
export function lint(source: Source): Promise<AnalysedFile> {
  return analyse(source.text, source.notation, source.environment);
}

/** A path as reports show it. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const outside = relative.startsWith("..") || path.isAbsolute(relative);
  return (outside ? file : relative).split(path.sep).join("/");
}

/** Why a file could not be read, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM") return "You have no permission to read this file.";
  if (code === "EISDIR") return "This is a folder.";
  if (code === "ENOENT") return "There is no such file.";
  return error instanceof Error ? error.message : String(error);
}
