import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  analyse,
  lintedEndingsInWords,
  notationOf,
  type AnalysedFile,
  type AnalysisEnvironment,
  type Timed,
} from "../../core/src/analysis/workspace.js";
import type { Notation } from "../../core/src/model/index.js";
import type { UserSettings } from "../../core/src/project/projects.js";
import { decodeText, type DecodedText } from "./encoding.js";
import { environmentOf } from "./node-environment.js";
import { findFiles, type FindOptions, type Unreadable } from "../../server/src/files/find-files.js";
import { reasonOf } from "../../server/src/files/reason.js";
import { UsageError } from "./usage-error.js";

/** A text to lint with what surrounds it. */
export interface Source extends DecodedText {
  /** Absolute; `undefined` for standard input without a name. */
  readonly file: string | undefined;
  readonly isStandardInput: boolean;
  /** How reports name it: relative to the working directory, absolute outside it, with `/`. */
  readonly path: string;
  readonly notation: Notation;
  readonly environment: AnalysisEnvironment;
  /** The `nnlint.json` files that count for it. */
  readonly configPaths: readonly string[];
}

/** So many files are open at a time. */
const filesAtATime = 32;

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
  const read: (Source | Unreadable | undefined)[] = paths.includes("-") ? [await readStandardInput(options.stdinFilename, settings)] : [];
  for (let at = 0; at < files.length; at += filesAtATime) {
    const some = files.slice(at, at + filesAtATime);
    read.push(...(await Promise.all(some.map((file) => readSource(file, settings, options.gitignore)))));
  }
  return {
    sources: read.flatMap((result) => (result && "text" in result ? [result] : [])),
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
    const [bytes, environment] = await Promise.all([readFile(file), environmentOf(file, settings)]);
    const { configPaths } = environment;
    if (environment.ignored && honourIgnores) return undefined;
    return { ...decodeText(bytes), file, isStandardInput: false, path: shown, notation, environment, configPaths };
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
  const shown = file === undefined ? "-" : shownPath(file);
  return { ...decodeText(Buffer.concat(chunks)), file, isStandardInput: true, path: shown, notation, environment, configPaths };
}

/** Lints a source. @param timed measures the parts of the work */
export function lint({ text, notation, environment }: Source, timed?: Timed): Promise<AnalysedFile> {
  return analyse(text, notation, { ...environment, ...(timed && { timed }) });
}

/** A path as reports show it. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const outside = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return (outside ? file : relative).split(path.sep).join("/");
}
