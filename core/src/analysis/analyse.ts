import { rulesOfRuns, rulesOfTexts } from "../facts/listed-rules.js";
import { applyPrecedence } from "./precedence.js";
import { applySuppressions } from "./suppressions.js";
import { activeRules, isShown } from "./configure.js";
import { frontEndOf } from "./notation.js";
import { runRules, untimed, type RuleFailure, type Timed } from "./run-rules.js";
import { rules } from "../rules/index.js";
import { resolve } from "../resolve/resolve.js";
import { isSetting, valueOf } from "../model/setting.js";
import type { DataFault, DataProfile, DataSource } from "../model/data-profile.js";
import type { DataProvider, ProjectFacts, SourceProvider } from "../model/project.js";
import type { Finding } from "../model/finding.js";
import type { Network } from "../model/network.js";
import type { Notation, ParsedFile, Problem, WrittenNetwork } from "../model/written.js";
import { isCall, type Value } from "../model/value.js";
import type { KnownRules } from "../project/configuration-schema.js";

/** What an analysis needs from outside. */
export interface AnalysisEnvironment {
  readonly project: ProjectFacts;
  readonly data: DataProvider;
  /** Other source files of the workspace, for their constants. */
  readonly sources?: SourceProvider;
  /** Runs a part of the work: `reading`, `resolving`, a rule by its id. To measure what it takes. */
  readonly timed?: Timed;
}

/** A file with its resolved networks and everything found in it, in the order of the text. */
export interface AnalysedFile {
  readonly file: ParsedFile;
  /** Resolved networks, by the index of the written ones. */
  readonly networks: readonly Network[];
  readonly findings: readonly Finding[];
  /** Rules that threw: a fault of nnlint's own, to be logged. Grows when a finding's fixes are read and cannot be worked out. */
  readonly failures: readonly RuleFailure[];
}

/** Above this many UTF-16 units a file is not linted: `nnlint/file-too-large`. */
export const largestFile = 2_000_000;

/** Every rule that a suppression or a configuration may name, with its options and their defaults. */
export const knownRules: KnownRules = new Map([
  ...rules.map(({ id, options }) => [id, options] as const),
  ...Object.keys({ ...rulesOfRuns, ...rulesOfTexts }).map((id) => [id, {}] as const),
]);

/** The ids of these rules. */
export const knownRuleIds: ReadonlySet<string> = new Set(knownRules.keys());

/** Reads, resolves and lints one text. */
export async function analyse(text: string, notation: Notation, environment: AnalysisEnvironment): Promise<AnalysedFile> {
  if (text.length > largestFile) return tooLarge(text, notation);
  const frontEnd = frontEndOf(notation);
  const constants = environment.sources && (await frontEnd.constantsFor?.(text, environment.sources));
  const { timed = untimed } = environment;
  const file = timed("reading", () => frontEnd.read(text, { ...environment.project, ...(constants && { constants }) }));
  const networks = await Promise.all(file.networks.map((written) => resolveWithData(written, environment.data, timed)));
  const active = activeRules(rules, environment.project.configuration);
  const failures: RuleFailure[] = [];
  const reported = networks.flatMap((network, index) => runRules(active, { frontEnd, file, index, network, timed }, failures));
  const found = [...file.problems.map(problemFinding), ...applyPrecedence(reported)];
  const shown = found.filter((finding) => isShown(finding, environment.project.configuration));
  const findings = applySuppressions(text, file.comments, shown, knownRuleIds);
  return { file, networks, findings: inTextOrder(findings), failures };
}

async function resolveWithData(written: WrittenNetwork, data: DataProvider, timed: Timed): Promise<Network> {
  const [train, test] = await Promise.all([profileOf(written, "train", data), profileOf(written, "test", data)]);
  return timed("resolving", () => resolve(written, { ...(train && { train }), ...(test && { test }) }));
}

async function profileOf(written: WrittenNetwork, key: "train" | "test", data: DataProvider): Promise<DataProfile | DataFault | undefined> {
  const source = sourceOf(valueOf(written.data[key]));
  return source && data.profile(source);
}

/** The files that a source names; `undefined` for other sources, and where a path or the way to read it is not known. */
function sourceOf(written: Value | undefined): DataSource | undefined {
  if (!isCall(written)) return undefined;
  const { name, args } = written;
  const [path, images, labels] = [args.path, args.images, args.labels].map((setting) => valueOf(setting));
  if (name === "idx") return typeof images === "string" && typeof labels === "string" ? { kind: "idx", images, labels } : undefined;
  if (typeof path !== "string") return undefined;
  if (name === "images") return { kind: "images", path };
  const inProgram = name === "iterator" && valueOf(args.reader) === "CSVRecordReader";
  if (name !== "csv" && !inProgram) return undefined;
  const [header, delimiter] = [args.header ?? !inProgram, args.delimiter ?? ","].map((part) => (isSetting(part) ? valueOf(part) : part));
  if (typeof header !== "boolean" || typeof delimiter !== "string") return undefined;
  return { kind: "csv", path, header, delimiter, ...(inProgram && { inProgram }) };
}

function problemFinding({ rule, message, detail, range, fixes }: Problem): Finding {
  return {
    rule,
    severity: "error",
    message,
    detail: detail ?? "",
    range,
    network: null,
    layer: null,
    setting: null,
    related: [],
    fixes: fixes.map(({ title, edits }, index) => ({
      title,
      edits,
      safety: "suggested",
      preferred: index === 0 && rule !== "nnlint/bare-dropout",
    })),
  };
}

function inTextOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || a.rule.localeCompare(b.rule));
}

function tooLarge(text: string, notation: Notation): AnalysedFile {
  const finding: Finding = {
    rule: "nnlint/file-too-large",
    severity: "info",
    message: `This file is too large to lint: ${text.length.toLocaleString("en")} characters, at most ${largestFile.toLocaleString("en")} are read.`,
    detail: "Move the network's configuration into a file of its own.",
    range: { start: 0, end: 0 },
    network: null,
    layer: null,
    setting: null,
    related: [],
    fixes: [],
  };
  return { file: { notation, text, networks: [], problems: [], comments: [] }, networks: [], findings: [finding], failures: [] };
}
