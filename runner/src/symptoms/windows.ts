/** Cuts a run into `count` pieces of equal length, one after the other; the last one has what is left over. */
export function windowsOf<T>(values: readonly T[], count: number): (readonly T[])[] {
  const size = Math.floor(values.length / count);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, index === count - 1 ? undefined : (index + 1) * size));
}
