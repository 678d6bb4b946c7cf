import type { RunCommand } from "../protocol/commands.js";

/** What may be asked of a run while it goes on. */
export class RunControl {
  #isCancelled = false;
  #pausedSince: number | undefined;
  #pausedFor = 0;
  #resume: (() => void) | undefined;
  readonly #listeners: ((command: RunCommand["command"]) => void)[] = [];

  /** @param now milliseconds from any start */
  constructor(private readonly now: () => number) {}

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** Milliseconds of the run so far, pauses left out. */
  since(start: number): number {
    return this.now() - start - this.#pausedFor;
  }

  /** Calls back at every command, for processes that take part in the run. */
  onCommand(listener: (command: RunCommand["command"]) => void): void {
    this.#listeners.push(listener);
  }

  start(): number {
    this.#pausedFor = 0;
    return this.now();
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#wake();
    this.#tell("cancel");
  }

  pause(): void {
    if (!this.#isCancelled) this.#pausedSince ??= this.now();
    this.#tell("pause");
  }

  resume(): void {
    this.#wake();
    this.#tell("resume");
  }

  #wake(): void {
    if (this.#pausedSince !== undefined) this.#pausedFor += this.now() - this.#pausedSince;
    this.#pausedSince = undefined;
    this.#resume?.();
  }

  #tell(command: RunCommand["command"]): void {
    for (const listener of this.#listeners) listener(command);
  }

  /** Between two steps: lets commands arrive, and waits while the run is paused. */
  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#pausedSince !== undefined) await new Promise<void>((resolve) => (this.#resume = resolve));
  }
}
