import type { EndEvent, RunEvent } from "../protocol/events.js";
import type { PreparedRun } from "./prepare-run.js";

/** One of several runs that go on side by side. */
export interface NamedRun {
  readonly name: string;
  readonly prepared: PreparedRun;
}

/**
 * Trains several networks in turns, a step each, so that all curves grow together. One that ends, because its loss is no longer a
 * number or it has had all its steps, leaves the others alone.
 * @returns the last line of each run, by its name
 */
export async function trainSideBySide(runs: readonly NamedRun[], write: (event: RunEvent) => void): Promise<ReadonlyMap<string, EndEvent>> {
  for (const { name, prepared } of runs) write({ ...prepared.start, run: name });
  const going = new Map(runs.map(({ name, prepared }) => [name, { run: prepared.run, events: prepared.run.go() }]));
  const ends = new Map<string, EndEvent>();
  while (going.size > 0) {
    for (const [name, { run, events }] of going) {
      const { done, value } = await events.next();
      if (value) write({ ...value, run: name });
      if (done !== true) continue;
      going.delete(name);
      ends.set(name, run.end());
      write({ ...run.end(), run: name });
    }
  }
  return ends;
}
