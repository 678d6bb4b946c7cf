import { calmerRate } from "./not-learning.js";
import { rateInForce } from "./rate.js";
import { percent, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/oscillating`, from AutoTrainer (Zhang et al., ICSE 2021). */
export const oscillatingOptions = {
  /** How far the accuracy falls and rises again from one epoch to the next. */
  swing: 0.03,
  /** In at least this share of the epochs. */
  share: 0.2,
  /** And by so many examples: on few of them a single one is more than the swing. */
  examples: 3,
  /** Epochs that it takes to tell; the first ones, in which everything moves, are left out. */
  leastEpochs: 10,
  startingEpochs: 2,
  /** A network that is this good at the end may jump a little. */
  goodAccuracy: 0.95,
};

/** The accuracy swings up and down from epoch to epoch: the network jumps around what it looks for. */
export const oscillating: FindSymptom = (history, network) => {
  const { swing, share, examples, leastEpochs, startingEpochs, goodAccuracy } = oscillatingOptions;
  const accuracies = history.epochs.slice(startingEpochs).flatMap(({ metric }) => metric.accuracy ?? []);
  const tested = (history.evaluation?.classes[0]?.actual ?? []).reduce((sum, count) => sum + count, 0);
  if (accuracies.length < leastEpochs || tested === 0) return [];
  const least = Math.max(swing, examples / tested);
  const swings = accuracies.filter((accuracy, index) => {
    const [before, after] = [accuracies[index - 1] ?? NaN, accuracies[index + 1] ?? NaN];
    return Math.min(before - accuracy, after - accuracy) >= least || Math.min(accuracy - before, accuracy - after) >= least;
  }).length;
  const swinging = swings / accuracies.length;
  if (!(swinging >= share) || (accuracies.at(-1) ?? 0) >= goodAccuracy) return [];
  const rate = rateInForce(network);
  return [
    {
      rule: "run/oscillating",
      severity: "warning",
      message: `The accuracy swings up and down in ${swings} of ${accuracies.length} epochs, between ${percent(Math.min(...accuracies))} and ${percent(Math.max(...accuracies))}.`,
      detail: `Swings of ${percent(least)} or more in over ${percent(share)} of the epochs: each step goes too far, or too few examples decide it. A lower learning rate, or a larger minibatch, settles it.`,
      evidence: { swings, epochs: accuracies.length, leastSwing: least, lowest: Math.min(...accuracies), highest: Math.max(...accuracies) },
      layer: null,
      at: rate.at,
      fixes: calmerRate(history, network),
    },
  ];
};
