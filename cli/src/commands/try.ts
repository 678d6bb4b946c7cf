import type { Command } from "commander";
import { knownRuleIds } from "../../../core/src/analysis/workspace.js";
import { LineIndex, type Finding } from "../../../core/src/model/index.js";
import type { FindingEvent } from "../../../runner/src/protocol/events.js";
import type { WrittenJob } from "../../../runner/src/protocol/job.js";
import { lint, readOneSource, type Source } from "../lint-files.js";
import { didYouMean } from "../nearest.js";
import { SideBySideView } from "../reporters/side-by-side-view.js";
import { jobOf, wholeNumber, withTrainOptions, type TrainOptions } from "../training/options.js";
import { runTraining } from "../training/runner-process.js";
import { showTraining } from "../training/show-training.js";
import { UsageError } from "../usage-error.js";

interface TryOptions extends TrainOptions {
  readonly rule: string;
  readonly line?: number;
}

/** What a try needs of a finding, from the text or from a run. */
type Fixable = Pick<FindingEvent, "rule" | "layer" | "setting" | "range" | "fixes"> & { readonly network: string | null };

/** `nnlint try <file> --rule id [--line n]` */
export function addTry(program: Command): void {
  const command = program
    .command("try")
    .description("train the file as it is and with a finding's fix, side by side")
    .argument("<file>", "a .nnet, .java or .kt file; - is standard input")
    .requiredOption("--rule <id>", "the rule of the finding; of a run/… rule the file is trained first")
    .option("--line <n>", "the line of the finding, from 1, where the rule has several", wholeNumber(1));
  withTrainOptions(command, "of the fixed run").action(tryFix);
}

async function tryFix(file: string, options: TryOptions): Promise<void> {
  const { dl4jVersion, config: configPath, stdinFilename, rule } = options;
  if (!knownRuleIds.has(rule)) throw new UsageError(`There is no rule named "${rule}".${didYouMean(rule, [...knownRuleIds])}`);
  const source = await readOneSource(file, { dl4jVersion, configPath }, stdinFilename);
  const job = jobOf(source, options);
  const findings = rule.startsWith("run/") ? await findingsOfRun(job) : await findingsOfText(source);
  const finding = chosenFinding(findings, options, source.path);
  const { layer, setting, range, fixes } = finding;
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  if (!fix) throw new UsageError(`${rule} has no fix at line ${range.start.line + 1} of ${source.path} that could be tried.`);
  const view = options.format === "pretty" ? new SideBySideView(source) : undefined;
  const network = options.network ?? finding.network;
  await showTraining(
    { ...job, ...(network !== null && { network }), try: { rule, layer, setting, range, fix } },
    view,
    file !== "-" && !process.stdin.isTTY,
  );
}

/** @throws UsageError where there is none */
function chosenFinding(findings: readonly Fixable[], { rule, line, network }: TryOptions, path: string): Fixable {
  const ofRule = findings.filter((finding) => finding.rule === rule && (network === undefined || (finding.network ?? network) === network));
  const here = line === undefined ? ofRule : ofRule.filter(({ range }) => range.start.line + 1 <= line && line <= range.end.line + 1);
  const chosen = here.find(({ fixes }) => fixes.length > 0) ?? here[0];
  if (chosen) return chosen;
  const lines = ofRule.map(({ range }) => range.start.line + 1).join(", ");
  throw new UsageError(
    ofRule.length === 0 ? `${rule} finds nothing in ${path}.` : `${rule} finds nothing at line ${line ?? 0} of ${path}, but at ${lines}.`,
  );
}

async function findingsOfText(source: Source): Promise<Fixable[]> {
  const { findings } = await lint(source);
  const lines = new LineIndex(source.text);
  return findings.map((finding) => fixable(finding, lines));
}

function fixable({ rule, layer, setting, network, range, fixes }: Finding, lines: LineIndex): Fixable {
  const edits = ({ edits: written }: Finding["fixes"][number]) =>
    written.map(({ range: at, newText }) => ({ range: lines.lineRange(at), newText }));
  return { rule, layer, setting, network, range: lines.lineRange(range), fixes: fixes.map((fix) => ({ ...fix, edits: edits(fix) })) };
}

/** What a run of the file finds. @throws UsageError where it cannot be trained */
async function findingsOfRun(job: WrittenJob): Promise<Fixable[]> {
  const findings: FindingEvent[] = [];
  let problem: string | undefined;
  const withoutSaving: WrittenJob = { ...job, saveWeights: undefined };
  await runTraining(withoutSaving, {
    takesCommands: false,
    onEvent: (event) => {
      if (event.event === "finding") findings.push(event);
      if (event.event === "error") problem = `${event.message} ${event.hint}`;
    },
  });
  if (problem !== undefined) throw new UsageError(problem);
  return findings;
}
