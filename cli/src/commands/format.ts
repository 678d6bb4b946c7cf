import type { Command } from "commander";
import { writeFile } from "node:fs/promises";
import pc from "picocolors";
import { frontEndOf } from "../../../core/src/analysis/workspace.js";
import { encodeText } from "../encoding.js";
import { eachSource, tellErrors } from "../faults.js";
import type { Unreadable } from "../../../server/src/files/find-files.js";
import { readSources, type Source } from "../lint-files.js";
import { reasonOf } from "../../../server/src/files/reason.js";
import { UsageError } from "../usage-error.js";

interface FormatOptions {
  readonly check?: boolean;
  readonly ignorePattern: readonly string[];
  readonly ignore: boolean;
  readonly stdinFilename?: string;
}

interface FormattedFile {
  readonly source: Source;
  /** `null`: the text has mistakes, or is of a notation that is not formatted. */
  readonly after: string | null;
}

/** `nnlint format [paths…]` */
export function addFormat(program: Command): void {
  program
    .command("format")
    .description("write .nnet files in canonical form; - reads standard input and writes the formatted text")
    .argument("[paths...]", "files and folders", ["."])
    .option("--check", "write nothing; exit with 1 when a file is not in canonical form")
    .option("--ignore-pattern <glob>", "leave out files (repeatable)", (glob: string, before: string[]) => [...before, glob], [])
    .option("--no-ignore", "format files that .gitignore or nnlint.json leave out")
    .option("--stdin-filename <name>", "the name of standard input, when a path is -")
    .action(format);
}

async function format(paths: readonly string[], options: FormatOptions): Promise<void> {
  const { ignore, ignorePattern, stdinFilename } = options;
  const found = await readSources(paths, { gitignore: ignore, ignorePatterns: ignorePattern, stdinFilename }, {});
  const sources = found.sources.filter((source) => isFormatted(source, paths));
  const { done, errors: faults } = await eachSource(sources, (source) => Promise.resolve({ source, after: formatted(source) }));
  const changed = done.filter(({ source, after }) => after !== null && after !== source.text);
  const unwritten = options.check ? [] : (await Promise.all(changed.map(write))).flat();
  const mistakes = done.flatMap(({ source, after }) => (after === null ? [{ path: source.path, message: leftAlone }] : []));
  const errors = [...found.errors, ...faults, ...mistakes, ...unwritten];
  if (paths.includes("-") && !options.check) writeStandardInput(done);
  else report(changed, done.length, options);
  tellErrors(errors);
  process.exitCode = errors.length > 0 ? 2 : options.check && changed.length > 0 ? 1 : 0;
}

const leftAlone = "It has mistakes, and was left as it is: nnlint check shows them.";

/** Files of other notations are passed over in folders; one that was named is a mistake. */
function isFormatted({ notation, path, file }: Source, paths: readonly string[]): boolean {
  if (frontEndOf(notation).format) return true;
  if (file === undefined || paths.includes(path))
    throw new UsageError(`${path}: nnlint formats .nnet files; Java and Kotlin have formatters of their own.`);
  return false;
}

function formatted({ notation, text }: Source): string | null {
  return frontEndOf(notation).format?.(text) ?? null;
}

async function write({ source, after }: FormattedFile): Promise<Unreadable[]> {
  if (source.file === undefined || source.isStandardInput || after === null) return [];
  if (!source.isUtf8) return [{ path: source.path, message: "This file is not UTF-8, and was left as it is: save it as UTF-8 first." }];
  try {
    await writeFile(source.file, encodeText(after, source));
    return [];
  } catch (error) {
    return [{ path: source.path, message: `The formatted text could not be written: ${reasonOf(error)}` }];
  }
}

/** Standard input with mistakes comes out as it went in, so that a pipe loses nothing. */
function writeStandardInput(done: readonly FormattedFile[]): void {
  for (const { source, after } of done) if (source.isStandardInput) process.stdout.write(encodeText(after ?? source.text, source));
}

function report(changed: readonly FormattedFile[], all: number, { check }: FormatOptions): void {
  for (const { source } of changed) process.stdout.write(`${source.path}\n`);
  const files = `${all} ${all === 1 ? "file" : "files"}`;
  const count = changed.length === 0 ? "none" : String(changed.length);
  const text = check
    ? `Of ${files}, ${count} would be formatted.`
    : `Of ${files}, ${count} ${changed.length === 1 ? "was" : "were"} formatted.`;
  process.stdout.write(`${changed.length > 0 && check ? pc.yellow(text) : text}\n`);
}
