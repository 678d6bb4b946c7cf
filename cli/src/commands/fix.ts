import { Option, type Command } from "commander";
import { createTwoFilesPatch } from "diff";
import { writeFile } from "node:fs/promises";
import pc from "picocolors";
import { fixText } from "../../../core/src/analysis/workspace.js";
import { fails, findOptionsOf, settingsOf, withLintOptions, type LintOptions } from "../options.js";
import { readSources, reasonOf, type Source } from "../lint-files.js";
import { jsonReport } from "../reporters/json.js";
import { prettyReport } from "../reporters/pretty.js";
import type { CheckedFile } from "../reporters/check-result.js";

interface FixOptions extends LintOptions {
  readonly suggested?: boolean;
  readonly dryRun?: boolean;
  readonly format: "pretty" | "json";
}

interface FixedFile {
  readonly source: Source;
  readonly after: string;
  readonly applied: number;
  readonly left: CheckedFile;
}

/** `nnlint fix [paths…]` */
export function addFix(program: Command): void {
  withLintOptions(program.command("fix"))
    .description("apply safe fixes; --suggested also those that change what is trained; - reads standard input and writes the fixed text")
    .argument("[paths...]", "files and folders", ["."])
    .option("--suggested", "also apply the preferred, else the first suggested fix of each finding")
    .option("--dry-run", "print the changes as a diff and write nothing")
    .addOption(new Option("--format <format>", "how the result is shown").choices(["pretty", "json"]).default("pretty"))
    .action(fix);
}

async function fix(paths: readonly string[], options: FixOptions): Promise<void> {
  const started = performance.now();
  const { sources, errors } = await readSources(paths, findOptionsOf(options), settingsOf(options));
  const fixed = [];
  for (const source of sources) fixed.push(await fixSource(source, options.suggested === true));
  const unwritten = options.dryRun ? [] : (await Promise.all(fixed.map(write))).flat();
  const result = {
    files: fixed.map(({ left }) => left),
    errors: [...errors, ...unwritten],
    milliseconds: Math.round(performance.now() - started),
  };
  report(fixed, result, options);
  const failing = result.files.some(({ findings }) => findings.some(({ severity }) => fails(severity, options.failOn)));
  process.exitCode = result.errors.length > 0 ? 2 : failing ? 1 : 0;
}

async function fixSource(source: Source, suggested: boolean): Promise<FixedFile> {
  const { text, applied, analysed } = await fixText(source.text, source.notation, source.environment, { suggested });
  return {
    source,
    after: text,
    applied,
    left: { path: source.path, text, networks: analysed.networks.length, findings: analysed.findings },
  };
}

async function write({ source, after }: FixedFile): Promise<{ path: string; message: string }[]> {
  if (source.file === undefined || source.path === "-" || after === source.text) return [];
  try {
    await writeFile(source.file, after);
    return [];
  } catch (error) {
    return [{ path: source.path, message: `The fixed text could not be written: ${reasonOf(error)}` }];
  }
}

function report(fixed: readonly FixedFile[], result: Parameters<typeof jsonReport>[0], options: FixOptions): void {
  const stdin = fixed.find(({ source }) => source.file === undefined || source.path === "-");
  if (options.dryRun) for (const file of fixed) process.stdout.write(diffOf(file));
  else if (stdin) process.stdout.write(stdin.after);
  if (options.format === "json") {
    if (!options.dryRun && !stdin) process.stdout.write(jsonReport(result));
    return;
  }
  const applied = fixed.reduce((sum, file) => sum + file.applied, 0);
  const files = fixed.filter((file) => file.applied > 0).length;
  const done = `${options.dryRun ? "Would apply" : "Applied"} ${applied} ${applied === 1 ? "fix" : "fixes"} in ${files} ${files === 1 ? "file" : "files"}.`;
  const stream = stdin || options.dryRun ? process.stderr : process.stdout;
  stream.write(`${applied > 0 ? pc.green(done) : done}\n`);
  if (!options.dryRun) stream.write(prettyReport(result));
}

function diffOf({ source, after }: FixedFile): string {
  return after === source.text ? "" : createTwoFilesPatch(source.path, source.path, source.text, after, "", "fixed");
}
