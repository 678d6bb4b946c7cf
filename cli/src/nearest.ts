import { closest, distance } from "fastest-levenshtein";

/** `Did you mean "…"?` with the name that was probably meant, and a space before it; nothing where none is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const meant = names.find((name) => name.endsWith(`/${given}`)) ?? closest(given, [...names]);
  const isNear = meant.endsWith(`/${given}`) || distance(given, meant) <= Math.max(2, given.length / 3);
  return isNear ? ` Did you mean "${meant}"?` : "";
}
