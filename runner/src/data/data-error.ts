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
