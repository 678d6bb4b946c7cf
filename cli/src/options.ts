import { InvalidArgumentError, Option, type Command } from "commander";
import { statSync } from "node:fs";
import path from "node:path";
import { knownRuleIds, releaseNamed, unknownRelease } from "../../core/src/analysis/workspace.js";
import type { RuleSetting, Severity } from "../../core/src/model/index.js";
import { didYouMean } from "./nearest.js";
import type { UserSettings } from "../../core/src/project/projects.js";

/** Options that every command which lints shares. */
export interface LintOptions {
  readonly rule: Readonly<Record<string, RuleSetting>>;
  readonly config?: string;
  readonly dl4jVersion?: string;
  readonly ignorePattern: readonly string[];
  /** `--no-ignore` makes it false. */
  readonly ignore: boolean;
  readonly stdinFilename?: string;
  readonly failOn: Severity | "never";
}

/** Adds the shared options to a command. */
export function withLintOptions(command: Command): Command {
  return command
    .option("--rule <id=level>", "set a rule to off, hint, info, warning or error (repeatable)", collectRule, {})
    .option("--config <file>", "use this nnlint.json in place of the nearest one", existingFile)
    .option("--dl4j-version <version>", "Deeplearning4j's version, in place of what nnlint.json and build files say", release)
    .option("--ignore-pattern <glob>", "leave out files (repeatable)", (glob: string, before: string[]) => [...before, glob], [])
    .option("--no-ignore", "read files that .gitignore or nnlint.json leave out")
    .option("--stdin-filename <name>", "the name of standard input, when a path is -")
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity on")
        .choices(["error", "warning", "info", "never"])
        .default("error"),
    );
}

function collectRule(given: string, before: Readonly<Record<string, RuleSetting>>): Record<string, RuleSetting> {
  const [id = "", level = ""] = given.split("=", 2);
  if (!knownRuleIds.has(id)) throw new InvalidArgumentError(`There is no rule named "${id}".${didYouMean(id, [...knownRuleIds])}`);
  if (!isLevel(level)) throw new InvalidArgumentError(`Write ${id}=off, hint, info, warning or error.`);
  return { ...before, [id]: level };
}

function existingFile(given: string): string {
  const file = path.resolve(given);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new InvalidArgumentError("There is no such file.");
  return file.split(path.sep).join("/");
}

function release(given: string): string {
  const known = releaseNamed(given);
  if (known === undefined) throw new InvalidArgumentError(unknownRelease(given).message);
  return known;
}

function isLevel(level: string): level is Severity | "off" {
  return ["off", "hint", "info", "warning", "error"].includes(level);
}

/** The settings that the options stand for. */
export function settingsOf(options: LintOptions): UserSettings {
  return { dl4jVersion: options.dl4jVersion, rules: options.rule, configPath: options.config, areOptions: true };
}

/** How files are searched under the options. */
export function findOptionsOf(options: LintOptions) {
  return { gitignore: options.ignore, ignorePatterns: options.ignorePattern, stdinFilename: options.stdinFilename };
}

/** True when a finding is at or above the level that fails. */
export function fails(severity: Severity, failOn: LintOptions["failOn"]): boolean {
  if (failOn === "never") return false;
  const rank = { error: 0, warning: 1, info: 2, hint: 3 };
  return rank[severity] <= rank[failOn];
}
