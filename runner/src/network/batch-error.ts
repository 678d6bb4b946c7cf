/** A minibatch that does not fit the network. */
export class BatchError extends Error {
  override readonly name = "BatchError";
  /** @param hint what to do next */
  constructor(
    message: string,
    readonly hint = "Compare the data with the network's inputs and outputs.",
  ) {
    super(message);
  }
}
