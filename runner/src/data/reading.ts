/** Tells how far the reading of data has come. Short readings say nothing. */
export interface Reading {
  /** @param of how much there is in all, in the units of `done` */
  tell(what: string, done: number, of: number): void;
}

/** For data that nobody waits for. */
export const silently: Reading = { tell: () => undefined };
