import { applyEdits } from "../../../core/src/analysis/apply-edits.js";
import { LineIndex } from "../../../core/src/model/lines.js";
import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { isOutput } from "../../../core/src/resolve/layers-of.js";
import { nameOf } from "../../../core/src/model/value.js";
import { exitCodes, type EndEvent, type FindingEvent, type TryEvent } from "../protocol/events.js";
import type { TrainingJob } from "../protocol/job.js";
import { shown } from "../symptoms/symptom.js";
import { chooseNetwork } from "./choose-network.js";
import { prepareGround, prepareRun } from "./prepare-run.js";
import type { RunSurroundings } from "./run-job.js";
import { RunProblem } from "./run-problem.js";
import { trainSideBySide, type NamedRun } from "./side-by-side.js";
import { storeWeights } from "./weights-file.js";

export type Attempt = NonNullable<TrainingJob["try"]>;

const [asIsName, fixedName] = ["as-is", "fixed"] as const;

/**
 * Trains a config as it is and with a finding's fix, side by side with the same seed, and says what the fix is worth.
 * @returns the process's exit code
 */
export async function tryFix(job: TrainingJob, attempt: Attempt, surroundings: RunSurroundings): Promise<number> {
  const { control, write } = surroundings;
  const asIs = await prepareGround(job, chooseNetwork(job), surroundings);
  const { network } = asIs.chosen;
  const fixedJob = { ...job, text: fixedText(job.text, attempt), network: network.name, seed: asIs.seed };
  const fixed = await prepareGround(fixedJob, chooseNetwork(fixedJob), surroundings);
  const runs: NamedRun[] = [];
  try {
    runs.push({ name: asIsName, prepared: await prepareRun(asIs, job, control) });
    const prepared = await prepareRun(fixed, fixedJob, control);
    runs.push({ name: fixedName, prepared });
    const ends = await trainSideBySide(runs, write);
    const [before, after] = [ends.get(asIsName), ends.get(fixedName)];
    if (!before || !after) throw new Error("A run has no end.");
    const event = comparison(attempt, before, after, areAlike(network, fixed.chosen.network));
    if (!control.isCancelled) write(measured(attempt, network.name, event, after));
    write(event);
    if (job.saveWeights !== undefined) await storeWeights(prepared.trainable, job.saveWeights);
    return control.isCancelled ? exitCodes.cancelled : exitCodes.completed;
  } finally {
    for (const { prepared } of runs) prepared.trainable.dispose();
  }
}

/** @throws RunProblem when the fix does not lie in the text */
function fixedText(text: string, { fix }: Attempt): string {
  const lines = new LineIndex(text);
  const edits = fix.edits.map(({ range, newText }) => ({
    range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
  try {
    return applyEdits(text, edits);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RunProblem(`The fix "${fix.title}" does not lie in the text.`, "Check the file again: it has changed since.");
  }
}

/** Losses of two networks can be compared: the same formula of labels that are scaled alike, with the same regularization. */
function areAlike(a: Network, b: Network): boolean {
  return scoreOf(a) === scoreOf(b);
}

/** What goes into a network's score, in words. */
function scoreOf({ layers, data, train }: Network): string {
  const number = (setting: Parameters<typeof valueOf>[0]) => JSON.stringify(valueOf(setting) ?? 0);
  return JSON.stringify([
    nameOf(valueOf(data.normalizeLabels)),
    valueOf(train.miniBatch),
    layers.filter(isOutput).map(({ loss, lossWeights }) => [isKnown(loss) ? nameOf(loss.value) : null, valueOf(lossWeights)]),
    layers.map((layer) => [layer.l1, layer.l2, layer.weightDecay].map(number)),
  ]);
}

/** The metrics that tell more the higher they are, and those that tell more the lower they are. */
const metricNames = ["accuracy", "r2", "rmse"] as const;

function comparison({ rule, fix }: Attempt, before: EndEvent, after: EndEvent, alike: boolean): TryEvent {
  const outcome = ({ trainLoss, testLoss, metric }: EndEvent) => ({ trainLoss, testLoss, metric });
  const common = { event: "try", v: 1, rule, fix: fix.title, asIs: outcome(before), fixed: outcome(after) } as const;
  const metric = metricNames.find((name) => name in before.metric && name in after.metric);
  if (!alike && metric && before.trainLoss !== null && after.trainLoss !== null) {
    const rise = (after.metric[metric] ?? NaN) - (before.metric[metric] ?? NaN);
    return { ...common, by: metric, better: metric === "rmse" ? rise < 0 : rise > 0 };
  }
  const by = before.testLoss !== null && after.testLoss !== null ? "testLoss" : "trainLoss";
  return { ...common, by, better: after[by] !== null && (before[by] ?? Infinity) > after[by] };
}

/** What was compared, for people. */
const words: Readonly<Record<string, string>> = { testLoss: "test loss", trainLoss: "training loss" };

/** What the comparison came to, on the line of the finding. */
function measured({ rule, layer, setting, range, fix }: Attempt, network: string, event: TryEvent, { steps }: EndEvent): FindingEvent {
  const { asIs, fixed, better, by } = event;
  const loss = (value: number | null) => (value === null ? "none that is a number" : shown(value));
  const tests =
    asIs.testLoss === null && fixed.testLoss === null ? "" : `, and on test data ${loss(asIs.testLoss)} and ${loss(fixed.testLoss)}`;
  return {
    event: "finding",
    v: 1,
    rule: "run/fix-measured",
    severity: "info",
    ...{ network, layer, setting, range },
    message: `"${fix.title}" trains ${better ? "better" : "no better"}: the loss is ${loss(asIs.trainLoss)} as it is and ${loss(fixed.trainLoss)} with it${tests}.`,
    detail: `Trained side by side for ${steps} steps from the same seed, to try the fix of ${rule}; compared by ${words[by] ?? by}.`,
    evidence: { asIs: asIs.trainLoss, fixed: fixed.trainLoss, asIsTest: asIs.testLoss, fixedTest: fixed.testLoss, steps, by },
    fixes: better ? [fix] : [],
  };
}
