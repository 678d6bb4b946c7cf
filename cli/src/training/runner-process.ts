import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { exitCodes, runEvent, type RunEvent } from "../../../runner/src/protocol/events.js";
import type { WrittenJob } from "../../../runner/src/protocol/job.js";
import { Ending } from "./ending.js";

/** What a run is given beside its job. */
export interface RunnerOptions {
  readonly onEvent: (event: RunEvent) => void;
  /** Take `{"command":"cancel"|"pause"|"resume"}` lines from standard input; not when the config itself came from there. */
  readonly takesCommands: boolean;
}

/**
 * Trains in a process of its own, whose standard error is this process's. Ctrl+C asks it to sum up and end; a second one ends it at once.
 * @returns the run's exit code
 */
export function runTraining(job: WrittenJob, { onEvent, takesCommands }: RunnerOptions): Promise<number> {
  const child = spawn(process.execPath, [path.join(__dirname, "runner.cjs")], { stdio: ["pipe", "pipe", "inherit"] });
  // A run that ended by itself has closed its input.
  child.stdin.on("error", () => undefined);
  child.stdin.write(`${JSON.stringify(job)}\n`);
  const forwardCommands = (chunk: Buffer) => void child.stdin.write(chunk);
  // Its own input stays open when this one ends: a closed input tells the run that nobody waits for it.
  if (takesCommands) process.stdin.on("data", forwardCommands);
  const ending = new Ending();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const event = eventIn(line);
    if (!event) return;
    ending.add(event);
    onEvent(event);
  });
  const interrupts = (["SIGINT", "SIGTERM"] as const).map((signal) => ({
    signal,
    obey: interrupter(
      () => child.stdin.write('{"command":"cancel"}\n'),
      () => {
        ending.isCancelled = true;
        child.kill("SIGKILL");
      },
    ),
  }));
  for (const { signal, obey } of interrupts) process.on(signal, obey);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.stdin.off("data", forwardCommands).pause();
      for (const { signal: name, obey } of interrupts) process.off(name, obey);
      const error = ending.errorOf(code, signal);
      if (error) onEvent(error);
      resolve(ending.isCancelled ? exitCodes.cancelled : (code ?? exitCodes.environment));
    });
  });
}

/** The first signal asks, every later one insists. */
function interrupter(ask: () => void, insist: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) insist();
    else ask();
    isAsked = true;
  };
}

function eventIn(line: string): RunEvent | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    // A library's own print: not an event, but not to be lost either.
    process.stderr.write(`${line}\n`);
    return undefined;
  }
  return runEvent.parse(json);
}
