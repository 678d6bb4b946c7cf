import { BackendError } from "../backends/backend-error.js";
import { DataError } from "../data/data-error.js";
import { BatchError } from "../network/batch-error.js";
import { Refusal } from "../network/refusal.js";
import { exitCodes, type RunEvent } from "../protocol/events.js";
import type { TrainingJob } from "../protocol/job.js";
import { findSymptoms } from "../symptoms/find-symptoms.js";
import { chooseNetwork } from "./choose-network.js";
import type { RunControl } from "./control.js";
import { Cancelled } from "./file-reading.js";
import { findingEvents } from "./finding-events.js";
import { prepareGround, prepareRun, type PreparedRun } from "./prepare-run.js";
import { probe } from "./probes.js";
import { RunProblem } from "./run-problem.js";
import { runSweep } from "./sweep.js";
import { tryFix } from "./try-fix.js";
import { storeWeights } from "./weights-file.js";

/** What a run needs beside its job. */
export interface RunSurroundings {
  readonly control: RunControl;
  readonly write: (event: RunEvent) => void;
  /** Folder of the WebAssembly binaries where the job names none. */
  readonly wasmFolder: string;
  /** The runner's own script, for processes that share a sweep. */
  readonly script: string;
}

/**
 * Trains what the job says and writes what happens.
 * @returns the process's exit code
 */
export async function runJob(job: TrainingJob, surroundings: RunSurroundings): Promise<number> {
  try {
    if (job.sweep) return await runSweep(job, job.sweep, surroundings);
    if (job.try) return await tryFix(job, job.try, surroundings);
    return await train(job, surroundings);
  } catch (error) {
    if (error instanceof Cancelled) return cancelled(surroundings);
    const problem = asProblem(error);
    if (!problem) throw error;
    surroundings.write({ event: "error", v: 1, message: problem.message, hint: problem.hint });
    return exitCodes.environment;
  }
}

async function train(job: TrainingJob, surroundings: RunSurroundings): Promise<number> {
  const ground = await prepareGround(job, chooseNetwork(job), surroundings);
  const prepared = await prepareRun(ground, job, surroundings.control);
  try {
    return await carryOut(prepared, job, surroundings);
  } finally {
    prepared.trainable.dispose();
  }
}

async function carryOut(
  { chosen, trainable, run, start, probes }: PreparedRun,
  job: TrainingJob,
  { control, write }: RunSurroundings,
): Promise<number> {
  write(start);
  for await (const event of run.go()) if (event) write(event);
  const found = findSymptoms(run, chosen.network, await probe(run, probes));
  for (const event of findingEvents(found, chosen)) write(event);
  let problem: ReturnType<typeof asProblem>;
  // What goes wrong with saving is written before the run's end, which still follows.
  if (job.saveWeights !== undefined) await storeWeights(trainable, job.saveWeights).catch((error: unknown) => (problem = orThrow(error)));
  if (problem) write({ event: "error", v: 1, message: problem.message, hint: problem.hint });
  write(run.end());
  if (problem) return exitCodes.environment;
  if (control.isCancelled) return exitCodes.cancelled;
  return found.some(({ severity }) => severity === "error") ? exitCodes.runError : exitCodes.completed;
}

function orThrow(error: unknown): ReturnType<typeof asProblem> {
  const problem = asProblem(error);
  if (!problem) throw error;
  return problem;
}

/** The end of a run that was cancelled before its first step. */
function cancelled({ write }: RunSurroundings): number {
  const nothing = { trainLoss: null, testLoss: null, metric: {}, metricOn: "train", steps: 0, epochs: 0, seconds: 0 } as const;
  write({ event: "end", v: 1, reason: "cancelled", ...nothing });
  return exitCodes.cancelled;
}

/** The errors that are the user's to solve. */
function asProblem(error: unknown): { readonly message: string; readonly hint: string } | undefined {
  if (error instanceof Refusal) return { message: `${error.message}.`, hint: "Change what is named." };
  return error instanceof BatchError || error instanceof RunProblem || error instanceof DataError || error instanceof BackendError
    ? error
    : undefined;
}
