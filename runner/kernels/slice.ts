/**
 * Copies a part of an array of any rank.
 * @param from address of the part's first number
 * @param to written, dense
 * @param lengths of the part along each dimension, as integers
 * @param strides from one to the next along each dimension, in bytes; the numbers of the last are beside each other
 */
export function slice(from: usize, to: usize, rank: i32, lengths: usize, strides: usize): usize {
  const length = i32.load(lengths);
  if (rank == 1) {
    const bytes = usize(length * i32.load(strides));
    memory.copy(to, from, bytes);
    return to + bytes;
  }
  const bytes = usize(i32.load(strides));
  for (let index = 0; index < length; index++, from += bytes) to = slice(from, to, rank - 1, lengths + 4, strides + 4);
  return to;
}
