import type { Unreadable } from "../../server/src/files/find-files.js";
import type { Source } from "./lint-files.js";

/** An error in one line; with `--debug` its stack. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.argv.includes("--debug") ? (error.stack ?? error.message) : (error.message.split("\n")[0] ?? "");
}

/** Does the work for each source in turn. Where it fails, by a fault of nnlint's own, the others are done all the same. */
export async function eachSource<T>(
  sources: readonly Source[],
  work: (source: Source) => Promise<T>,
): Promise<{ readonly done: readonly T[]; readonly errors: readonly Unreadable[] }> {
  const done: T[] = [];
  const errors: Unreadable[] = [];
  for (const source of sources) {
    try {
      done.push(await work(source));
    } catch (error) {
      errors.push({ path: source.path, message: `internal error: ${faultText(error)}` });
    }
  }
  return { done, errors };
}

/** Says on standard error what could not be read, written or judged: a line each. */
export function tellErrors(errors: readonly Unreadable[]): void {
  for (const { path, message } of errors) process.stderr.write(`nnlint: ${path}: ${message}\n`);
}
