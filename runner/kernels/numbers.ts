/** Bytes of a number. */
export const size: usize = 4;
