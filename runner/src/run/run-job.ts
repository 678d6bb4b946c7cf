import path from "node:path";
import { BackendError, openBackend, type Backend } from "../backends/open-backend.js";
import { DataError } from "../data/data-error.js";
import { readData, type RunData } from "../data/read-data.js";
import type { TrainableNetwork, Unsupported } from "../engine.js";
import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { buildNetwork } from "../network/build-network.js";
import { feasibility } from "../network/feasibility.js";
import { memorizing } from "../network/memorizing.js";
import { exitCodes, type RunEvent, type StartEvent } from "../protocol/events.js";
import type { TrainingJob } from "../protocol/job.js";
import { findSymptoms } from "../symptoms/find-symptoms.js";
import { chooseNetwork, type ChosenNetwork } from "./choose-network.js";
import { configHash } from "./config-hash.js";
import type { RunControl } from "./control.js";
import { findingEvents } from "./finding-events.js";
import { limitsOf } from "./limits.js";
import { probe, type ProbeSetup } from "./probes.js";
import { RunProblem } from "./run-problem.js";
import { TrainingRun } from "./train.js";
import { loadWeights, storeWeights } from "./weights-file.js";

/** What a run needs beside its job. */
export interface RunSurroundings {
  readonly control: RunControl;
  readonly write: (event: RunEvent) => void;
  /** Folder of the WebAssembly binaries where the job names none. */
  readonly wasmFolder: string;
}

/** The seed where neither the job nor the config says one. */
const usualSeed = 123;
const usualBatchSize = 32;

/** A run that is ready to go. */
export interface PreparedRun {
  readonly chosen: ChosenNetwork;
  readonly trainable: TrainableNetwork;
  readonly run: TrainingRun;
  readonly start: StartEvent;
  readonly probes: ProbeSetup;
}

/**
 * Trains what the job says and writes what happens.
 * @returns the process's exit code
 */
export async function runJob(job: TrainingJob, surroundings: RunSurroundings): Promise<number> {
  const { control, write } = surroundings;
  let prepared: PreparedRun | undefined;
  try {
    prepared = await prepareRun(job, surroundings);
    return await carryOut(prepared, job, control, write);
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    write({ event: "error", v: 1, message: problem.message, hint: problem.hint });
    return exitCodes.environment;
  } finally {
    prepared?.trainable.dispose();
  }
}

async function carryOut(
  { chosen, trainable, run, start, probes }: PreparedRun,
  job: TrainingJob,
  control: RunControl,
  write: (event: RunEvent) => void,
) {
  write(start);
  for await (const event of run.go()) if (event) write(event);
  const found = findSymptoms(run, chosen.network, await probe(run, probes));
  for (const event of findingEvents(found, chosen)) write(event);
  const isSaved = await saveWeights(trainable, job.saveWeights, write);
  write(run.end());
  if (!isSaved) return exitCodes.environment;
  if (control.isCancelled) return exitCodes.cancelled;
  return found.some(({ severity }) => severity === "error") ? exitCodes.runError : exitCodes.completed;
}

/** Saves the weights where they are asked for; what goes wrong is written, so that the run's end still follows. */
async function saveWeights(trainable: TrainableNetwork, file: string | undefined, write: (event: RunEvent) => void): Promise<boolean> {
  try {
    if (file !== undefined) await storeWeights(trainable, file);
    return true;
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    write({ event: "error", v: 1, message: problem.message, hint: problem.hint });
    return false;
  }
}

/** Reads config and data, opens the backend, builds the network. @throws RunProblem, DataError, BackendError */
export async function prepareRun(job: TrainingJob, { control, wasmFolder }: RunSurroundings): Promise<PreparedRun> {
  const chosen = chooseNetwork(job);
  const { network } = chosen;
  const { refused, departures } = feasibility(network);
  if (refused.length > 0) throw refusal(network, refused);
  const seed = job.seed ?? valueOf(network.train.seed) ?? usualSeed;
  const shuffle = job.shuffle ?? valueOf(network.data.shuffle) ?? true;
  const batchSize = job.batchSize ?? valueOf(network.train.batchSize) ?? usualBatchSize;
  const data = await readData(network, { folder: path.dirname(job.path), file: job.data, seed, shuffle });
  const backend = await openBackend(job.backend, { wasmFolder: job.wasmFolder ?? wasmFolder, network });
  const trainable = buildNetwork(network, { seed, backend });
  if (job.initialWeights !== undefined) await loadWeights(trainable, job.initialWeights);
  const limits = limitsOf(network, job);
  const run = new TrainingRun({ trainable, data, batchSize, shuffle, seed, limits, control });
  const unsupported = [...departures, ...data.departures, ...departuresOfRun(network, data)];
  return {
    ...{ chosen, trainable, run },
    start: startEvent(network, trainable, backend, data, { seed, batchSize, unsupported }),
    probes: { network, trainable, control, ...data, memorizing: () => buildNetwork(memorizing(network), { seed, backend }) },
  };
}

function startEvent(
  network: Network,
  { parameters }: TrainableNetwork,
  { name, asked, why }: Backend,
  { train, test, source }: RunData,
  rest: Pick<StartEvent, "seed" | "batchSize" | "unsupported">,
): StartEvent {
  return {
    event: "start",
    v: 1,
    network: network.name,
    configHash: configHash(network),
    ...{ backend: name, asked, why, parameters },
    examples: { train: train.count, test: test?.count ?? 0 },
    data: source,
    ...rest,
  };
}

/** What the run itself does otherwise than the config says. */
function departuresOfRun({ train }: Network, { test }: RunData): Unsupported[] {
  if (!isKnown(train.earlyStopping) || test) return [];
  const score = valueOf(train.earlyStopping.value.args.score) ?? "testLoss";
  if (score !== "testLoss") return [];
  return [{ setting: train.earlyStopping.path, reason: "there is no test data, so that the training loss decides when to stop" }];
}

function refusal({ name }: Network, refused: readonly Unsupported[]): RunProblem {
  const reasons = refused.map(({ setting, reason }) => `${setting}: ${reason}`);
  return new RunProblem(
    `The network ${name} cannot be trained: ${reasons.join("; ")}.`,
    "Change what is named, or train it with Deeplearning4j itself.",
  );
}

/** The errors that are the user's to solve. */
function asProblem(error: unknown): { readonly message: string; readonly hint: string } | undefined {
  return error instanceof RunProblem || error instanceof DataError || error instanceof BackendError ? error : undefined;
}
