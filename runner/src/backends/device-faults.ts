import { BackendError } from "./backend-error.js";

// A device tells of faults when it comes to them, not where they were made: the first is kept until numbers are fetched. One process
// computes on one device.
let fault: string | undefined;

/** Keeps what went wrong on the device; only the first fault counts, later ones follow from it. */
export function reportDeviceFault(message: string): void {
  fault ??= message;
}

/** Called after numbers were fetched: what was computed before a fault means nothing. @throws BackendError */
export function throwDeviceFault(): void {
  if (fault === undefined) return;
  const message = fault;
  fault = undefined;
  throw new BackendError(
    `The graphics device failed: ${message}`,
    "Train with --backend wasm (the setting nnlint.training.backend). If that works, update the graphics driver.",
  );
}
