import { Option, type Command } from "commander";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { lintConfiguration } from "../../../core/src/analysis/workspace.js";
import { eachSource, faultText, tellErrors } from "../faults.js";
import { fails, findOptionsOf, settingsOf, withLintOptions, type LintOptions } from "../options.js";
import { lint, readSources, shownPath, type Source } from "../lint-files.js";
import { jsonReport } from "../reporters/json.js";
import { prettyReport } from "../reporters/pretty.js";
import type { CheckedFile, CheckResult } from "../reporters/check-result.js";

interface CheckOptions extends LintOptions {
  readonly format: "pretty" | "json";
  readonly quiet?: boolean;
}

/** `nnlint check [paths…]` */
export function addCheck(program: Command): void {
  withLintOptions(program.command("check"))
    .description("lint .nnet, .java, .kt and .kts files and folders; - reads standard input")
    .argument("[paths...]", "files and folders", ["."])
    .addOption(new Option("--format <format>", "how findings are shown").choices(["pretty", "json"]).default("pretty"))
    .option("--quiet", "show errors only")
    .action(async (paths: string[], options: CheckOptions) => {
      const result = await check(paths, options);
      const shown = options.quiet ? withErrorsOnly(result) : result;
      process.stdout.write(options.format === "json" ? jsonReport(shown) : prettyReport(shown));
      tellErrors(result.errors);
      process.exitCode = exitCode(result, options);
    });
}

async function check(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  const started = performance.now();
  const { sources, configurations, errors } = await readSources(paths, findOptionsOf(options), settingsOf(options));
  const checked = await eachSource(sources, checkSource);
  return {
    files: [...(await checkConfigurations(sources, configurations)), ...checked.done.map(({ file }) => file)],
    errors: [...errors, ...checked.errors, ...checked.done.flatMap(({ failures }) => failures)],
    milliseconds: Math.round(performance.now() - started),
  };
}

async function checkSource(source: Source): Promise<{ file: CheckedFile; failures: CheckResult["errors"] }> {
  const { path: shown, text } = source;
  const { findings: found, networks, failures } = await lint(source);
  // Copies have their fixes worked out: what fails in that is a failure, too.
  const findings = found.map((finding) => ({ ...finding }));
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
