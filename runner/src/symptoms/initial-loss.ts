import { activationName, classesOf, innermost, isOutput } from "../../../core/src/resolve/layers-of.js";
import { causesOf, joinedFixes } from "./cause.js";
import { shown, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/initial-loss`. */
export const initialLossOptions = {
  /** Times the logarithm of the number of classes, which is the loss of one who knows nothing. */
  times: 2,
  /** And so much more: with two classes chance alone makes it twice as large. */
  more: 1,
  /** Examples in the first minibatch that it takes to tell. */
  leastBatch: 16,
};

const probabilities: ReadonlySet<string> = new Set(["SOFTMAX", "SIGMOID"]);

/** A classifier that is very sure before it has learnt anything: and mostly wrong. */
export const initialLoss: FindSymptom = (history, network) => {
  const { times, more, leastBatch } = initialLossOptions;
  const { classError } = history.steps[0] ?? {};
  const classes = classesOf(network);
  const output = network.layers.find(isOutput);
  // Other outputs are no probabilities.
  if (!output || !probabilities.has(activationName(innermost(output).activation) ?? "")) return [];
  if (classError === undefined || classes === undefined || history.batchSize < leastBatch) return [];
  const guessing = Math.log(classes);
  if (!(classError > Math.max(times * guessing, guessing + more))) return [];
  const cause = causesOf(history, network).find(({ rule }) => /^(data|init)/.test(rule));
  const sizes = history.inputSizes.map(({ input, largest }) => `${input} up to ${shown(largest)}`);
  return [
    {
      rule: "run/initial-loss",
      severity: "info",
      message: `The network is far too sure before it has learnt anything: its first loss is ${shown(classError)}.`,
      detail: `One who knows nothing about ${classes} classes has ${shown(guessing)}; over ${times} times that, inputs (${sizes.join(", ")}) or initial weights are too large. The first steps go into unlearning that.${cause ? ` ${cause.message}` : ""}`,
      evidence: { loss: classError, guessing, classes, largestInput: Math.max(0, ...history.inputSizes.map(({ largest }) => largest)) },
      layer: null,
      at: cause?.at ?? output.weightInit ?? network.data.normalize,
      fixes: joinedFixes(cause?.fixes ?? []),
    },
  ];
};
