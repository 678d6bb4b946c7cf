import { Option, type Command } from "commander";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { lintConfiguration } from "../../../core/src/analysis/workspace.js";
import { defaultBaseline, readBaseline, withoutKnown, writeBaseline } from "../baseline.js";
import { eachSource, faultText, tellErrors } from "../faults.js";
import { fails, findOptionsOf, settingsOf, withLintOptions, type LintOptions } from "../options.js";
import { lint, readSources, shownPath, type Source } from "../lint-files.js";
import { reasonOf } from "../../../server/src/files/reason.js";
import type { CheckedFile, CheckResult } from "../reporters/check-result.js";
import { githubReport } from "../reporters/github.js";
import { jsonReport } from "../reporters/json.js";
import { junitReport } from "../reporters/junit.js";
import { Profile } from "../reporters/profile.js";
import { prettyReport } from "../reporters/pretty.js";
import { sarifReport } from "../reporters/sarif.js";
import { statisticsReport } from "../reporters/statistics.js";
import { UsageError } from "../usage-error.js";
import { watchPaths } from "../watch.js";

/** What writes a result, by the name of its format. */
const reports = { pretty: prettyReport, json: jsonReport, sarif: sarifReport, github: githubReport, junit: junitReport };

interface CheckOptions extends LintOptions {
  readonly format: keyof typeof reports;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
  readonly profile?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly outputFile?: string;
  readonly watch?: boolean;
}

/** `nnlint check [paths…]` */
export function addCheck(program: Command): void {
  withLintOptions(program.command("check"))
    .description("lint .nnet, .java, .kt and .kts files and folders; - reads standard input")
    .argument("[paths...]", "files and folders", ["."])
    .addOption(new Option("--format <format>", "how findings are shown").choices(Object.keys(reports)).default("pretty"))
    .option("--quiet", "show errors only")
    .option("--statistics", "show how often each rule found something, in place of the findings")
    .option("--profile", "say on standard error where the time went: by part, rule and file")
    .option("--output-file <file>", "write the report to a file")
    .option("--baseline <file>", "leave out the findings that this file knows")
    .option("--write-baseline", `write all findings to the baseline's file (${defaultBaseline} when --baseline names none)`)
    .option("--watch", "check again whenever a file changes, until Ctrl+C")
    .action(async (paths: string[], options: CheckOptions) => {
      rejectContradictions(paths, options);
      if (options.watch) await watchPaths(paths, () => checkAndTell(paths, options));
      else process.exitCode = await checkAndTell(paths, options);
    });
}

function rejectContradictions(
  paths: readonly string[],
  { watch, writeBaseline: writes, outputFile, statistics, format }: CheckOptions,
): void {
  if (watch && paths.includes("-")) throw new UsageError("--watch needs files or folders: standard input does not change.");
  if (watch && (writes || outputFile !== undefined))
    throw new UsageError("--watch only shows findings: leave out --write-baseline and --output-file.");
  if (statistics && format !== "pretty") throw new UsageError(`--statistics is for people: leave out --format ${format}.`);
}

/** Checks, shows or writes what was found. @returns the exit code */
async function checkAndTell(paths: readonly string[], options: CheckOptions): Promise<number> {
  const profile = options.profile ? new Profile() : undefined;
  const all = await check(paths, options, profile);
  if (profile) process.stderr.write(`${profile.report(all.milliseconds)}\n`);
  if (options.writeBaseline) return saveBaseline(all, options.baseline ?? defaultBaseline);
  const result = options.baseline === undefined ? all : await withBaseline(all, options.baseline);
  const shown = options.quiet ? withErrorsOnly(result) : result;
  await show(options.statistics ? statisticsReport(shown) : reports[options.format](shown), options.outputFile);
  tellErrors(result.errors);
  return exitCode(result, options);
}

async function saveBaseline(result: CheckResult, file: string): Promise<number> {
  const count = await writeBaseline(file, result.files);
  tellErrors(result.errors);
  process.stderr.write(
    `${file} knows ${count} ${count === 1 ? "finding" : "findings"} now. nnlint check --baseline ${file} shows what is new.\n`,
  );
  return result.errors.length > 0 ? 2 : 0;
}

async function withBaseline(result: CheckResult, file: string): Promise<CheckResult> {
  const { files, gone } = withoutKnown(result.files, await readBaseline(file), file);
  if (gone > 0)
    process.stderr.write(
      `${gone} of the findings that ${file} knows ${gone === 1 ? "is" : "are"} gone. --write-baseline takes them out of it.\n`,
    );
  return { ...result, files };
}

async function show(report: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(report);
    return;
  }
  try {
    await writeFile(file, stripVTControlCharacters(report));
  } catch (error) {
    throw new UsageError(`--output-file ${file}: ${reasonOf(error, "There is no such folder.")}`);
  }
}

async function check(paths: readonly string[], options: CheckOptions, profile: Profile | undefined): Promise<CheckResult> {
  const started = performance.now();
  const { sources, configurations, errors } = await readSources(paths, findOptionsOf(options), settingsOf(options));
  const checked = await eachSource(sources, (source) => checkSource(source, profile));
  return {
    files: [...(await checkConfigurations(sources, configurations)), ...checked.done.map(({ file }) => file)],
    errors: [...errors, ...checked.errors, ...checked.done.flatMap(({ failures }) => failures)],
    milliseconds: Math.round(performance.now() - started),
  };
}

async function checkSource(source: Source, profile: Profile | undefined): Promise<{ file: CheckedFile; failures: CheckResult["errors"] }> {
  const { path: shown, text } = source;
  const { findings: found, networks, failures } = await lint(source, profile?.of(shown));
  // Copies have their fixes worked out: what fails in that is a failure, too.
  const copied = () => found.map((finding) => ({ ...finding }));
  const findings = profile ? profile.of(shown)("fixes", copied) : copied();
  return {
    file: { path: shown, text, networks: networks.length, findings },
    failures: failures.map(({ rule, error }) => ({ path: shown, message: `The rule ${rule} failed: ${faultText(error)}` })),
  };
}

/** Each `nnlint.json` that was named, found or counts for a file, where it has mistakes. */
async function checkConfigurations(sources: readonly Source[], found: readonly string[]): Promise<CheckedFile[]> {
  const files = new Set([...found, ...sources.flatMap(({ configPaths }) => configPaths)].map((file) => path.resolve(file)));
  const checked = await Promise.all(
    [...files].sort().map(async (file) => {
      const text = await readFile(file, "utf8").catch(() => "{}");
      return { path: shownPath(file), text, networks: 0, findings: lintConfiguration(text) };
    }),
  );
  return checked.filter(({ findings }) => findings.length > 0);
}

function withErrorsOnly(result: CheckResult): CheckResult {
  const errors = ({ findings, ...file }: CheckedFile) => ({ ...file, findings: findings.filter(({ severity }) => severity === "error") });
  return { ...result, files: result.files.map(errors) };
}

/** Findings that `--quiet` leaves out count, too. */
function exitCode({ files, errors }: CheckResult, { failOn }: CheckOptions): number {
  if (errors.length > 0) return 2;
  return files.some(({ findings }) => findings.some(({ severity }) => fails(severity, failOn))) ? 1 : 0;
}
