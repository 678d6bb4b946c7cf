import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { z } from "zod";
import { BackendError } from "./backend-error.js";
import { recall, remember } from "./remembered.js";

/** How long a library may take to load and compute; the first time on a new graphics card it compiles its kernels. */
const usualSeconds = 20;

/** A library that is tried in a process of its own: one that is cut off takes its process with it, without an exception. */
export interface Trial<Answer> {
  readonly name: string;
  /** The file whose size and time tell one library from another. */
  readonly library: string;
  /** What Node.js is started with. */
  readonly args: readonly string[];
  /** The last line of standard output, as JSON. */
  readonly answer: z.ZodType<Answer>;
  readonly env?: NodeJS.ProcessEnv;
  readonly seconds?: number;
}

/**
 * What a library answers. What works is remembered for this Node.js, this library wherever it lies, and this driver.
 * @throws BackendError saying why it cannot be used
 */
export function answerOf<Answer>(trial: Trial<Answer>): Answer {
  const file = statSync(trial.library, { throwIfNoEntry: false });
  const key = [trial.name, process.versions.modules, file?.size, file?.mtimeMs, driverVersion()].join(" ");
  const known = recall(key, trial.answer);
  if (known !== undefined) return known;
  const answer = tryOut(trial);
  remember(key, answer);
  return answer;
}

function tryOut<Answer>({ args, answer, env = {}, seconds = usualSeconds }: Trial<Answer>): Answer {
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    env: { ...env, ...process.env },
  });
  const again = "Install it again: nnlint train --install with its name.";
  if (error && "code" in error && error.code === "ETIMEDOUT")
    throw new BackendError(`did not answer within ${seconds} seconds when it was tried`, again);
  if (error) throw new BackendError(`could not be tried (${error.message})`, again);
  if (signal === "SIGBUS" || signal === "SIGSEGV")
    throw new BackendError(`broke off when it was tried (${signal}): its library is damaged`, again);
  if (status !== 0) throw new BackendError(`failed when it was tried (${signal ?? lastLine(stderr)})`, again);
  const found = answerIn(stdout, answer);
  if (found === undefined) throw new BackendError("gave no answer that is understood when it was tried", again);
  return found;
}

/** The answer is the last line: a library may print on standard output, too. */
function answerIn<Answer>(stdout: string, answer: z.ZodType<Answer>): Answer | undefined {
  try {
    return answer.safeParse(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "")).data;
  } catch {
    return undefined;
  }
}

/** The error itself stands last before Node.js's own lines. */
function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^(\s+at |Node\.js v|\s*code: |\}$)/.test(line));
  return lines.find((line) => /Error: /.test(line))?.replace(/^.*?Error: /, "") ?? lines.at(-1) ?? "no message";
}

function driverVersion(): string {
  const file = "/proc/driver/nvidia/version";
  return existsSync(file) ? (readFileSync(file, "utf8").split("\n")[0] ?? "") : "no driver";
}
