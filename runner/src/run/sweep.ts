import type { Network, Rate } from "../../../core/src/model/network.js";
import type { Setting } from "../../../core/src/model/setting.js";
import { judgedRates, rateText } from "../../../core/src/rules/learning-rate/judged-rate.js";
import { withLearningRate } from "../network/with-learning-rate.js";
import { exitCodes, type EndEvent, type SweepEvent } from "../protocol/events.js";
import type { TrainingJob } from "../protocol/job.js";
import { betterRate } from "../symptoms/better-rate.js";
import { rateInForce } from "../symptoms/rate.js";
import { judge } from "../symptoms/verdict.js";
import { chooseNetwork, type ChosenNetwork } from "./choose-network.js";
import { findingEvents } from "./finding-events.js";
import { prepareGround, prepareRun } from "./prepare-run.js";
import type { RunSurroundings } from "./run-job.js";
import { RunProblem } from "./run-problem.js";
import { trainSideBySide, type NamedRun } from "./side-by-side.js";
import { sweepInProcesses } from "./sweep-processes.js";
import { storeWeights } from "./weights-file.js";

export type Sweep = NonNullable<TrainingJob["sweep"]>;
export type SweepRow = SweepEvent["table"][number];

/** "To start, try three": the guideline "Learning Rate". */
const guidelineRates = ["0.1", "0.001", "1e-6"];

/**
 * Trains a network at several learning rates side by side, and says which trains best.
 * @returns the process's exit code
 */
export async function runSweep(job: TrainingJob, sweep: Sweep, surroundings: RunSurroundings): Promise<number> {
  const chosen = chooseNetwork(job);
  const rates = sweep.learningRates ?? ratesFor(chosen.network);
  const table =
    sweep.jobs > 1 && rates.length > 1
      ? await sweepInProcesses(job, { rates, jobs: sweep.jobs }, surroundings)
      : await sweepHere(job, chosen, rates, surroundings);
  const event: SweepEvent = { event: "sweep", v: 1, best: bestOf(table), table };
  for (const finding of findingEvents(betterRate(event, chosen.network), chosen)) surroundings.write(finding);
  surroundings.write(event);
  return surroundings.control.isCancelled ? exitCodes.cancelled : exitCodes.completed;
}

/** The guideline's three, and the config's own, by which a better one is known. */
function ratesFor(network: Network): string[] {
  const { at } = rateInForce(network);
  const [own] = "anchor" in at ? [] : judgedRates(at);
  if (!own || guidelineRates.some((rate) => Number(rate) === own.value)) return guidelineRates;
  return [...guidelineRates, rateText(own.value)].sort((a, b) => Number(b) - Number(a));
}

/** The run with the lowest training loss of those that learn. */
function bestOf(table: readonly SweepRow[]): string | null {
  const learning = table.flatMap(({ run, verdict, trainLoss }) => (verdict === "learns" && trainLoss !== null ? [{ run, trainLoss }] : []));
  return learning.toSorted((a, b) => a.trainLoss - b.trainLoss)[0]?.run ?? null;
}

async function sweepHere(
  job: TrainingJob,
  chosen: ChosenNetwork,
  rates: readonly string[],
  surroundings: RunSurroundings,
): Promise<SweepRow[]> {
  const place = placeOfRate(chosen.network);
  const networks = rates.map((rate) => withLearningRate(chosen.network, place, Number(rate)));
  const ground = await prepareGround(job, { ...chosen, network: networks[0] ?? chosen.network }, surroundings);
  const runs: NamedRun[] = [];
  try {
    for (const [index, name] of rates.entries())
      runs.push({ name, prepared: await prepareRun(ground, job, surroundings.control, networks[index]) });
    const ends = await trainSideBySide(runs, surroundings.write);
    const table = runs.flatMap((run) => rowOf(run, ends) ?? []);
    const best = runs.find(({ name }) => name === bestOf(table));
    if (job.saveWeights !== undefined && best) await storeWeights(best.prepared.trainable, job.saveWeights);
    return table;
  } finally {
    for (const { prepared } of runs) prepared.trainable.dispose();
  }
}

function rowOf({ name, prepared }: NamedRun, ends: ReadonlyMap<string, EndEvent>): SweepRow | undefined {
  const end = ends.get(name);
  if (!end) return undefined;
  const { trainLoss, testLoss, metric, steps } = end;
  return { run: name, learningRate: Number(name), trainLoss, testLoss, metric, steps, ...judge(prepared.run, prepared.chosen.network) };
}

/** Where the rate stands that the sweep changes. @throws RunProblem for updaters without one */
function placeOfRate(network: Network): Setting<Rate> {
  const { at } = rateInForce(network);
  if (!("anchor" in at)) return at;
  throw new RunProblem(
    `The network ${network.name} has no learning rate that could be changed: its updater takes none, or it cannot be read from the text.`,
    "Sweep a network with an updater that takes a rate, such as Sgd, Nesterovs or Adam.",
  );
}
