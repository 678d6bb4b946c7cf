import path from "node:path";

/** Data that cannot be trained on, with what the user can do. */
export class DataError extends Error {
  override readonly name = "DataError";
  /** @param hint what to do next */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** What to say of a file that cannot be read, and where it was looked for. */
export function unreadable(error: unknown, file: string, written: string): DataError {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  const reason = isMissing ? "there is no such file" : error instanceof Error ? error.message : String(error);
  return new DataError(
    `The data file ${written} cannot be read: ${reason}.`,
    `It is looked for at ${path.resolve(file)}. Correct the path, or give the data with --data.`,
  );
}
