import type { RunEvent } from "../../../runner/src/protocol/events.js";
import { exitCodes } from "../../../runner/src/protocol/events.js";
import type { WrittenJob } from "../../../runner/src/protocol/job.js";
import { runTraining } from "./runner-process.js";

/** What shows a run to people. */
export interface RunView {
  show(event: RunEvent): void;
  /** Leaves the last picture on the screen. */
  close(): void;
  /** An error event has said why the run did not end well. */
  readonly hasFailed: boolean;
}

/**
 * Trains, and shows it in a view or as one JSON object per line; the process's exit code is the run's.
 * @param takesCommands see `runTraining`
 */
export async function showTraining(job: WrittenJob, view: RunView | undefined, takesCommands: boolean): Promise<void> {
  process.exitCode = await runTraining(job, {
    takesCommands,
    onEvent: (event) => {
      if (view) view.show(event);
      else process.stdout.write(`${JSON.stringify(event)}\n`);
    },
  });
  view?.close();
  if (process.exitCode === exitCodes.environment && !view?.hasFailed && view)
    process.stderr.write("nnlint: The training ended before it was done.\n");
}
