import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { runEvent, type SweepEvent } from "../protocol/events.js";
import type { TrainingJob, WrittenJob } from "../protocol/job.js";
import type { RunSurroundings } from "./run-job.js";
import { RunProblem } from "./run-problem.js";
import type { SweepRow } from "./sweep.js";

/** What is shared out. */
export interface SharedSweep {
  readonly rates: readonly string[];
  readonly jobs: number;
}

/**
 * Sweeps in several processes, each of which trains its share of the runs side by side. Their events are written as they come.
 * @returns the rows of all runs, in the order of the rates
 * @throws RunProblem when one of the processes fails; the others are ended
 */
export async function sweepInProcesses(job: TrainingJob, { rates, jobs }: SharedSweep, surroundings: RunSurroundings): Promise<SweepRow[]> {
  if (job.saveWeights !== undefined)
    throw new RunProblem("Weights of a sweep in several processes are not saved.", "Leave out --jobs, or --save-weights.");
  const shares = Array.from({ length: Math.min(jobs, rates.length) }, (_, share) => rates.filter((_rate, index) => index % jobs === share));
  const children: ChildProcess[] = [];
  try {
    const events = await Promise.all(
      shares.map((learningRates) => sweepInProcess({ ...job, sweep: { learningRates, jobs: 1 } }, surroundings, children)),
    );
    const rows = events.flatMap(({ table }) => table);
    return rates.flatMap((rate) => rows.find(({ run }) => run === rate) ?? []);
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}

/** @throws RunProblem with the process's own error */
function sweepInProcess(job: WrittenJob, { control, write, script }: RunSurroundings, children: ChildProcess[]): Promise<SweepEvent> {
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  // A process that ended by itself has closed its input.
  child.stdin.on("error", () => undefined);
  child.stdin.write(`${JSON.stringify(job)}\n`);
  control.onCommand((command) => void child.stdin.write(`${JSON.stringify({ command })}\n`));
  return new Promise((resolve, reject) => {
    const lost = new RunProblem("A process of the sweep ended before it was done.", "Try again with fewer --jobs.");
    let sweep: SweepEvent | undefined;
    let problem: RunProblem | undefined;
    createInterface({ input: child.stdout }).on("line", (line) => {
      const event = runEvent.parse(JSON.parse(line));
      if (event.event === "sweep") sweep = event;
      else if (event.event === "error") problem = new RunProblem(event.message, event.hint);
      // Which rate is the best only all of them together tell.
      else if (event.event !== "finding") write(event);
    });
    child.on("error", reject);
    child.on("close", () => {
      if (sweep) resolve(sweep);
      else reject(problem ?? lost);
    });
  });
}
