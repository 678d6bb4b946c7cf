import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { BackendError } from "../backend-error.js";
import { recall, remember } from "../remembered.js";

/** What a library turned out to be. */
const probed = z.object({ version: z.string(), gpu: z.boolean() });
export type Probed = z.infer<typeof probed>;

/** How long a library may take to load and compute; the first time on a new graphics card it compiles its kernels. */
const usualSeconds = 20;

/** TensorFlow is silent about what it loads, and does not divide small products among threads, which costs more than it gains. */
export const quietly = { TF_CPP_MIN_LOG_LEVEL: "2", TF_NUM_INTRAOP_THREADS: "1", TF_NUM_INTEROP_THREADS: "1" } as const;

/**
 * Loads an installed library in a process of its own and has it compute a gradient with a known answer: one that is cut off takes its
 * process with it, without an exception. What works is remembered for this Node.js, this library wherever it lies, and this driver.
 * @throws BackendError saying why it cannot be used
 */
export function probe(folder: string, seconds = usualSeconds): Probed {
  const library = statSync(path.join(folder, "lib/tensorflow/libtensorflow_cc.so.2"), { throwIfNoEntry: false });
  const key = ["probe", process.versions.modules, library?.size, library?.mtimeMs, driverVersion()].join(" ");
  const known = recall(key, probed);
  if (known) return known;
  const answer = tryOut(folder, seconds);
  remember(key, answer);
  return answer;
}

function tryOut(folder: string, seconds: number): Probed {
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [path.join(folder, "probe.cjs")], {
    encoding: "utf8",
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    env: { ...quietly, ...process.env },
  });
  const again = "Install it again: nnlint train --install with its name.";
  if (error && "code" in error && error.code === "ETIMEDOUT")
    throw new BackendError(`did not answer within ${seconds} seconds when it was tried`, again);
  if (error) throw new BackendError(`could not be tried (${error.message})`, again);
  if (signal === "SIGBUS" || signal === "SIGSEGV")
    throw new BackendError(`broke off when it was tried (${signal}): its library is damaged`, again);
  if (status !== 0) throw new BackendError(`failed when it was tried (${signal ?? lastLine(stderr)})`, again);
  const answer = answerIn(stdout);
  if (!answer) throw new BackendError("gave no answer that is understood when it was tried", again);
  return answer;
}

/** The answer is the last line: a library may print on standard output, too. */
function answerIn(stdout: string): Probed | undefined {
  try {
    return probed.safeParse(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "")).data;
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
