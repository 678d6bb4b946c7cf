import type { EndEvent, RunEvent } from "../protocol/events.js";

/** What the events of a run, or of several side by side, come to so far: the `end` events of those that still go on. */
export class SoFar {
  readonly #ends = new Map<string | undefined, EndEvent>();
  readonly #started = new Map<string | undefined, number>();

  /** @param now seconds from any start */
  constructor(private readonly now: () => number) {}

  /** @returns true when something has changed */
  add(event: RunEvent): boolean {
    switch (event.event) {
      case "start":
        this.#started.set(event.run, this.now());
        this.#ends.set(event.run, endOf(event.run, event.examples.test > 0 ? "test" : "train"));
        return true;
      case "step":
        this.#change(event.run, ({ epochs, trainLoss }) => ({
          steps: event.step,
          ...(epochs === 0 ? { trainLoss: event.loss } : { trainLoss }),
        }));
        return true;
      case "epoch": {
        const { epoch, trainLoss, testLoss, metric, metricOn } = event;
        this.#change(event.run, () => ({ epochs: epoch, trainLoss, testLoss, metric, metricOn }));
        return true;
      }
      case "end":
        return this.#ends.delete(event.run);
      default:
        return false;
    }
  }

  get ends(): readonly EndEvent[] {
    return [...this.#ends.values()];
  }

  #change(run: string | undefined, change: (end: EndEvent) => Partial<EndEvent>): void {
    const end = this.#ends.get(run);
    const seconds = this.now() - (this.#started.get(run) ?? 0);
    if (end) this.#ends.set(run, { ...end, ...change(end), seconds });
  }
}

function endOf(run: string | undefined, metricOn: EndEvent["metricOn"]): EndEvent {
  return {
    ...{ event: "end", v: 1, ...(run !== undefined && { run }), reason: "cancelled" },
    ...{ trainLoss: null, testLoss: null, metric: {}, metricOn, steps: 0, epochs: 0, seconds: 0 },
  };
}

/** One JSON object per line. */
export function endLines(events: readonly RunEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}
