/** What may be asked of a run while it goes on. */
export class RunControl {
  #isCancelled = false;
  #pausedSince: number | undefined;
  #pausedFor = 0;
  #resume: (() => void) | undefined;

  /** @param now milliseconds from any start */
  constructor(private readonly now: () => number) {}

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** Milliseconds of the run so far, pauses left out. */
  since(start: number): number {
    return this.now() - start - this.#pausedFor;
  }

  start(): number {
    this.#pausedFor = 0;
    return this.now();
  }

  cancel(): void {
    this.#isCancelled = true;
    this.resume();
  }

  pause(): void {
    if (!this.#isCancelled) this.#pausedSince ??= this.now();
  }

  resume(): void {
    if (this.#pausedSince !== undefined) this.#pausedFor += this.now() - this.#pausedSince;
    this.#pausedSince = undefined;
    this.#resume?.();
  }

  /** Between two steps: lets commands arrive, and waits while the run is paused. */
  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#pausedSince !== undefined) await new Promise<void>((resolve) => (this.#resume = resolve));
  }
}
