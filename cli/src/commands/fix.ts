import { Option, type Command } from "commander";
import { createTwoFilesPatch } from "diff";
import { writeFile } from "node:fs/promises";
import pc from "picocolors";
import { fixText } from "../../../core/src/analysis/workspace.js";
import { encodeText } from "../encoding.js";
import { eachSource, tellErrors } from "../faults.js";
import type { Unreadable } from "../../../server/src/files/find-files.js";
import { readSources, type Source } from "../lint-files.js";
import { fails, findOptionsOf, settingsOf, withLintOptions, type LintOptions } from "../options.js";
import { reasonOf } from "../../../server/src/files/reason.js";
import type { CheckedFile, CheckResult } from "../reporters/check-result.js";
import { jsonFile, jsonSummary } from "../reporters/json.js";
import { prettyReport } from "../reporters/pretty.js";

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
  const fixed = await eachSource(sources, (source) => fixSource(source, options.suggested === true));
  const unwritten = options.dryRun ? [] : (await Promise.all(fixed.done.map(write))).flat();
  const result = {
    files: fixed.done.map(({ left }) => left),
    errors: [...errors, ...fixed.errors, ...unwritten],
    milliseconds: Math.round(performance.now() - started),
  };
  if (options.format === "json") process.stdout.write(jsonOf(fixed.done, result, options));
  else report(fixed.done, result, options);
  tellErrors(result.errors);
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

async function write({ source, after }: FixedFile): Promise<Unreadable[]> {
  if (source.file === undefined || source.isStandardInput || after === source.text) return [];
  if (!source.isUtf8) return [{ path: source.path, message: "This file is not UTF-8, and was left as it is: save it as UTF-8 first." }];
  try {
    await writeFile(source.file, encodeText(after, source));
    return [];
  } catch (error) {
    return [{ path: source.path, message: `The fixed text could not be written: ${reasonOf(error)}` }];
  }
}

/** For people. Where the fixed text or the diff goes to standard output, what there is to say goes to standard error. */
function report(fixed: readonly FixedFile[], result: CheckResult, { dryRun }: FixOptions): void {
  const stdin = fixed.find(({ source }) => source.isStandardInput);
  if (dryRun) process.stdout.write(fixed.map(diffOf).join(""));
  else if (stdin) process.stdout.write(encodeText(stdin.after, stdin.source));
  const applied = sum(fixed);
  const files = fixed.filter((file) => file.applied > 0).length;
  const done = `${dryRun ? "Would apply" : "Applied"} ${applied} ${applied === 1 ? "fix" : "fixes"} in ${files} ${files === 1 ? "file" : "files"}.`;
  const stream = stdin || dryRun ? process.stderr : process.stdout;
  stream.write(`${applied > 0 ? pc.green(done) : done}\n`);
  if (!dryRun) stream.write(prettyReport(result));
}

/** As `check`'s report, with what was applied; the diff of a dry run, and the fixed text of standard input. */
function jsonOf(fixed: readonly FixedFile[], result: CheckResult, { dryRun }: FixOptions): string {
  const files = fixed.map((file) => ({
    ...jsonFile(file.left),
    applied: file.applied,
    ...(dryRun && { diff: diffOf(file) }),
    ...(file.source.isStandardInput && !dryRun && { text: file.after }),
  }));
  const summary = { ...jsonSummary(result), applied: sum(fixed) };
  return `${JSON.stringify({ version: 1, files, errors: result.errors, summary }, null, 2)}\n`;
}

function sum(fixed: readonly FixedFile[]): number {
  return fixed.reduce((all, { applied }) => all + applied, 0);
}

function diffOf({ source, after }: FixedFile): string {
  return after === source.text ? "" : createTwoFilesPatch(source.path, source.path, source.text, after, "", "fixed");
}
