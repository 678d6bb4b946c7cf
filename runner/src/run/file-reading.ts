import type { Reading } from "../data/reading.js";
import type { ProgressEvent } from "../protocol/events.js";
import type { RunControl } from "./control.js";

/** A run was cancelled before it began. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** Who waits longer than that is told how far it has come, and no more often than this. */
const patience = 300;
const leastMilliseconds = 200;

/** The reading of a run's data: told as `progress` events, and broken off by a cancel. */
export class FileReading implements Reading {
  readonly #began: number;
  #last = -Infinity;

  constructor(
    private readonly control: RunControl,
    private readonly write: (event: ProgressEvent) => void,
  ) {
    this.#began = control.start();
  }

  /** @throws Cancelled */
  tell(what: string, done: number, of: number): void {
    if (this.control.isCancelled) throw new Cancelled(`The reading of ${what} was cancelled.`);
    const now = this.control.since(this.#began);
    if (of === 0 || now < patience || now - this.#last < leastMilliseconds) return;
    this.#last = now;
    this.write({ event: "progress", v: 1, stage: "reading", text: what, done, of });
  }
}
