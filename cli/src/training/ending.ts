import type { ErrorEvent, RunEvent } from "../../../runner/src/protocol/events.js";

/** Follows how a run ends, to tell a process that broke off from one that has said its last word. */
export class Ending {
  /** Somebody wanted the run to end. */
  isCancelled = false;
  #hasEnded = false;

  add(event: RunEvent): void {
    if (event.event === "end" && event.reason === "cancelled") this.isCancelled = true;
    if (event.event === "end" || event.event === "error") this.#hasEnded = true;
  }

  /** What to say of a process that is gone; `undefined` where it has said it itself. */
  errorOf(code: number | null, signal: NodeJS.Signals | null): ErrorEvent | undefined {
    if (this.#hasEnded || this.isCancelled) return undefined;
    return { event: "error", v: 1, message: `The training broke off: ${causeOf(code, signal)}.`, hint };
  }
}

const hint =
  "Train with a smaller --batch-size, on less data or a smaller network. Where that does not help, report it with the config that was trained.";

function causeOf(code: number | null, signal: NodeJS.Signals | null): string {
  switch (signal) {
    case "SIGABRT":
      return "its process gave up, as it does when memory runs out (SIGABRT)";
    case "SIGKILL":
      return "the system ended its process, as it does when memory runs out (SIGKILL)";
    case null:
      return code === 134 ? "its process gave up, as it does when memory runs out" : `its process ended with code ${code ?? 0}`;
    default:
      return `its process was ended by ${signal}`;
  }
}
