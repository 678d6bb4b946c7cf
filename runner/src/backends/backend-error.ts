/** No backend, or not the one that was asked for, can be used, or the one in use failed. */
export class BackendError extends Error {
  override readonly name = "BackendError";
  /** @param hint what to do next */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
