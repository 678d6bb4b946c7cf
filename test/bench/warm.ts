import { performance } from "node:perf_hooks";
import { analyse, type AnalysisEnvironment } from "../../core/src/analysis/analyse.js";
import { defaultConfiguration } from "../../core/src/analysis/configure.js";
import type { Notation } from "../../core/src/model/index.js";

const environment: AnalysisEnvironment = {
  project: { version: null, configuration: defaultConfiguration },
  data: { profile: () => Promise.resolve(undefined) },
};
const [warmUps, rounds] = [3, 15];

/** Milliseconds from a text to its findings (reading, resolving, rules), half and 95 of 100 analyses take no longer than. */
export async function warmTimes(notation: Notation, texts: readonly string[]): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = [];
  for (const text of texts) {
    for (let round = -warmUps; round < rounds; round++) {
      // a reader remembers the last texts: each round reads another one
      const fresh = `${text}// ${String(round)}\n`;
      const start = performance.now();
      await analyse(fresh, notation, environment);
      if (round >= 0) times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
