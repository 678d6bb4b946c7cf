import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { faultOf } from "./process/fault.js";
import { LastWords } from "./process/last-words.js";
import { SoFar } from "./process/so-far.js";
import { runCommand } from "./protocol/commands.js";
import { exitCodes, type RunEvent } from "./protocol/events.js";
import { trainingJob, type TrainingJob } from "./protocol/job.js";
import { RunControl } from "./run/control.js";
import { runJob } from "./run/run-job.js";

// A training run in a process of its own. The job is the first line of standard input, or the file of `--job`; then commands are taken
// there, one JSON object per line, by a thread of its own (process/watch.ts). Events go to standard output. When standard input closes,
// whoever started the run is gone: it ends.

const [, script = ""] = process.argv;
const jobFlag = process.argv.indexOf("--job");
const jobFile = jobFlag < 0 ? undefined : process.argv[jobFlag + 1];
const control = new RunControl(() => performance.now());
const soFar = new SoFar(() => performance.now() / 1000);
const lastWords = new LastWords();
let isStarted = false;
let isSilent = false;

function write(event: RunEvent): void {
  if (isSilent) return;
  if (soFar.add(event)) lastWords.keep(soFar.ends);
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** Ends the process when all that was written has been taken. */
function exit(code: number): void {
  process.stdout.write("", () => process.exit(code));
}

function refuse(message: string, hint: string): void {
  write({ event: "error", v: 1, message, hint });
  exit(exitCodes.environment);
}

function parseJob(text: string): TrainingJob | undefined {
  try {
    const parsed = trainingJob.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    refuse(
      `The job's ${issue?.path.join(".") ?? ""} is not as it should be: ${issue?.message ?? ""}.`,
      "See the job's schema: docs/training.md.",
    );
  } catch (error) {
    refuse(`The job is not JSON: ${error instanceof Error ? error.message : String(error)}.`, "Send one JSON object in one line.");
  }
  return undefined;
}

async function start(text: string): Promise<void> {
  isStarted = true;
  const job = parseJob(text);
  if (!job) return;
  try {
    exit(await runJob(job, { control, write, wasmFolder: path.join(path.dirname(script), "wasm"), script }));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    const { message, hint } = faultOf(error);
    refuse(message, hint);
  }
}

function obey(line: string): void {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return void process.stderr.write(`Not a command: ${line}\n`);
  }
  const parsed = runCommand.safeParse(json);
  if (parsed.success && parsed.data.command === "cancel") cancel();
  else if (parsed.success) control[parsed.data.command]();
  else process.stderr.write(`Not a command: ${line}\n`);
}

const message = z.union([z.object({ line: z.string() }), z.object({ closed: z.literal(true) })]);

function receive(given: unknown): void {
  const said = message.parse(given);
  if ("line" in said) {
    if (said.line.trim() === "") return;
    if (isStarted) obey(said.line);
    else void start(said.line);
  } else if (isStarted) cancel();
  else refuse("No job came.", "Send it as the first line of standard input, or name a file with --job.");
}

/** From now on the run itself says how it ends, unless the thread that watches has lost its patience just before: it ends the process. */
function cancel(): void {
  if (!control.isCancelled && !lastWords.claim()) isSilent = true;
  control.cancel();
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, cancel);
// Nobody reads any more.
process.stdout.on("error", () => process.exit(exitCodes.cancelled));

if (jobFile === undefined) {
  const watch = new Worker(path.join(path.dirname(script), "runner-watch.cjs"), { workerData: lastWords.memory });
  watch.on("message", receive);
} else {
  isStarted = true;
  try {
    void start(readFileSync(jobFile, "utf8"));
  } catch (error) {
    refuse(`The job file cannot be read: ${error instanceof Error ? error.message : String(error)}.`, "Correct the path after --job.");
  }
}
