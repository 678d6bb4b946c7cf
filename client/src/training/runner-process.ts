import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { RunCommand } from "../../../runner/src/protocol/commands.js";
import { runEvent, type RunEvent } from "../../../runner/src/protocol/events.js";
import type { WrittenJob } from "../../../runner/src/protocol/job.js";
import { runEnvironment } from "./passed-on.js";

/** How a run's process is started. */
export interface RunnerLaunch {
  /** The Node program's absolute path. */
  readonly node: string;
  /** The runner's absolute path. */
  readonly runner: string;
  /** Its working directory: the extension's own storage. */
  readonly folder: string;
  readonly onEvent: (event: RunEvent) => void;
  /** The process is gone. `log`: what it wrote to standard error. */
  readonly onExit: (log: string) => void;
  /** There is no such program, or it must not be run. */
  readonly onFailedStart: (reason: string) => void;
}

/** How long a cancelled run may take to sum up before it is ended. */
const graceMilliseconds = 3000;

/** A training in a process of its own: a crash or a runaway never touches the editor. */
export class RunnerProcess {
  readonly #child: ChildProcess;
  #kill: NodeJS.Timeout | undefined;

  constructor(job: WrittenJob, { node, runner, folder, onEvent, onExit, onFailedStart }: RunnerLaunch) {
    this.#child = spawn(node, [runner], { cwd: folder, env: runEnvironment(), stdio: "pipe", windowsHide: true });
    let log = "";
    this.#child.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
    this.#child.on("error", (error) => onFailedStart(error.message));
    this.#child.on("close", () => {
      clearTimeout(this.#kill);
      onExit(log);
    });
    // A run that ended by itself has closed its input.
    this.#child.stdin?.on("error", () => undefined);
    if (this.#child.stdout) createInterface({ input: this.#child.stdout }).on("line", (line) => forward(line, onEvent));
    this.#write(job);
  }

  /** Asks the run to pause, to go on, or to end and say what it has learned. */
  send(command: RunCommand["command"]): void {
    this.#write({ command });
    if (command === "cancel") this.#kill ??= setTimeout(() => this.end(), graceMilliseconds);
  }

  /** Ends the process at once. */
  end(): void {
    this.#child.kill("SIGKILL");
  }

  #write(message: WrittenJob | RunCommand): void {
    this.#child.stdin?.write(`${JSON.stringify(message)}\n`);
  }
}

function forward(line: string, onEvent: (event: RunEvent) => void): void {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    // A library's own print: not an event.
    return;
  }
  const parsed = runEvent.safeParse(json);
  if (parsed.success) onEvent(parsed.data);
}
