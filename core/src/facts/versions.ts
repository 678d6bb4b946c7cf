/** Deeplearning4j's releases, oldest first. */
export const releases: readonly string[] = (
  "0.4-rc0 0.4-rc3.4 0.4-rc3.8 0.4.0 0.5.0 0.6.0 0.7.0 0.7.1 0.7.2 0.8.0 0.9.0 0.9.1 1.0.0-alpha 1.0.0-beta 1.0.0-beta2 1.0.0-beta3 " +
  "1.0.0-beta4 1.0.0-beta5 1.0.0-beta6 1.0.0-beta7 1.0.0-M1 1.0.0-M1.1 1.0.0-M2 1.0.0-M2.1"
).split(" ");

/** The newest release: what `.nnet` means, and Java whose calls decide nothing. */
export const newestRelease = "1.0.0-M2.1";

/** What a qualifier of a version means for its order: `1.0.0-alpha` < `-beta3` < `-M2` < `1.0.0-SNAPSHOT` < `1.0.0`. */
const qualifierRanks: readonly (readonly [RegExp, number])[] = [
  [/^rc/i, 0],
  [/^alpha/i, 1],
  [/^beta/i, 2],
  [/^M/, 3],
  [/^SNAPSHOT/i, 4],
];

const orders = new Map<string, readonly number[]>();

/** Numbers that compare as the versions do. */
function orderOf(version: string): readonly number[] {
  const order = orders.get(version) ?? readOrder(version);
  orders.set(version, order);
  return order;
}

function readOrder(version: string): number[] {
  const [numbers = "", qualifier = ""] = version.trim().split(/-(.*)/s);
  const [major = 0, minor = 0, patch = 0] = numbers.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const rank = qualifier === "" ? 5 : (qualifierRanks.find(([pattern]) => pattern.test(qualifier))?.[1] ?? 5);
  const [first = 0, second = 0] = qualifier.match(/\d+/g)?.map(Number) ?? [];
  return [major, minor, patch, rank, first, second];
}

/** Below 0 when `a` is the older version, above 0 when it is the newer, 0 when they are the same. */
export function compareVersions(a: string, b: string): number {
  const left = orderOf(a);
  const right = orderOf(b);
  const index = left.findIndex((part, at) => part !== right[at]);
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

/** True when the version is this release or a newer one. */
export function atLeast(version: string, release: string): boolean {
  return compareVersions(version, release) >= 0;
}

/** True for the old API: up to 0.9.1. */
export function isOldApi(version: string): boolean {
  return !atLeast(version, "1.0.0-alpha");
}

/** True when the version is older than this release. */
export function isBefore(version: string, release: string): boolean {
  return !atLeast(version, release);
}
