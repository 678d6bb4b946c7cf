/** What keeps a run from starting, or from saving what it has: a message, and what to do. */
export class RunProblem extends Error {
  override readonly name = "RunProblem";
  /** @param hint what to do next */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
