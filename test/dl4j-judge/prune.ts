/** Fields that say nothing about the network: counters of training, memory, implementations. */
const unused = new Set(
  (
    "cacheMode cudnnAlgoMode cudnnAllowFallback cudnnBwdDataAlgo cudnnBwdFilterAlgo cudnnFwdAlgo epochCount helperAllowFallback inferenceWorkspaceMode " +
    "iterationCount l1ByParam l2ByParam learningRateByParam stepFunction topologicalOrder topologicalOrderStr trainingWorkspaceMode variables"
  ).split(" "),
);

/** A seed that nobody has set is the time of the clock. */
const earliestClock = 1e12;

function isClock(key: string, value: unknown): boolean {
  return key === "seed" && typeof value === "number" && value > earliestClock;
}

/** The library's JSON without what is not set and what nobody compares. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, part]) => part !== null && part !== "NaN" && !unused.has(key) && !isClock(key, part));
  return Object.fromEntries(kept.map(([key, part]) => [key, pruned(part)]));
}
