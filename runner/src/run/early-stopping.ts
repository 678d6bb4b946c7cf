import type { EpochRecord } from "./history.js";
import type { EarlyStopping } from "./limits.js";

/**
 * True when training is to stop after the last of these epochs: as `ScoreImprovementEpochTerminationCondition` and
 * `MaxTimeIterationTerminationCondition` of Deeplearning4j 1.0.0-M2.1 decide. Without test data the training loss is judged.
 * @param minutes since the start
 */
export function stopsEarly(epochs: readonly EpochRecord[], minutes: number, stopping: EarlyStopping): boolean {
  if (minutes >= stopping.maxMinutes) return true;
  let best = Infinity;
  let bestEpoch = 0;
  for (const [index, record] of epochs.entries()) {
    const score = scoreOf(record, stopping.score);
    if (index > 0 && !(best - score > stopping.minImprovement)) continue;
    best = score;
    bestEpoch = index;
  }
  return epochs.length - 1 - bestEpoch >= stopping.patience;
}

/** Smaller is better. */
function scoreOf({ trainLoss, testLoss, metric }: EpochRecord, score: EarlyStopping["score"]): number {
  if (score === "trainLoss") return trainLoss;
  const accuracies = Object.entries(metric).filter(([name]) => name.endsWith("accuracy"));
  if (score === "accuracy" && accuracies.length > 0) return -accuracies.reduce((sum, [, value]) => sum + value, 0) / accuracies.length;
  return testLoss ?? trainLoss;
}
