import type { RunEvent } from "../protocol/events.js";
import { endLines } from "./so-far.js";

/** Room for the last lines of as many runs as go on side by side. */
const bytes = 1 << 16;

const [claimed, length] = [0, 1];
const numbers = 2;

/**
 * What is to be written when a run is cancelled while it computes and cannot answer: memory that the run and the thread which watches
 * over it share. The run keeps it up to date. Whoever claims the end first writes it, the other stays silent.
 */
export class LastWords {
  readonly #state: Int32Array<SharedArrayBuffer>;
  readonly #text: Uint8Array<SharedArrayBuffer>;

  /** @param memory of another one, to share it */
  constructor(readonly memory = new SharedArrayBuffer(numbers * Int32Array.BYTES_PER_ELEMENT + bytes)) {
    this.#state = new Int32Array(memory, 0, numbers);
    this.#text = new Uint8Array(memory, numbers * Int32Array.BYTES_PER_ELEMENT, bytes);
  }

  /** Keeps what the run would say now. */
  keep(events: readonly RunEvent[]): void {
    const encoded = new TextEncoder().encode(endLines(events));
    // With more runs than there is room for the end is silent.
    this.#text.set(encoded.length <= bytes ? encoded : []);
    Atomics.store(this.#state, length, encoded.length <= bytes ? encoded.length : 0);
  }

  read(): Uint8Array {
    return this.#text.slice(0, Atomics.load(this.#state, length));
  }

  /** @returns false where the other one has claimed the end before */
  claim(): boolean {
    return Atomics.compareExchange(this.#state, claimed, 0, 1) === 0;
  }
}
