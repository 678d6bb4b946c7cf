import type { Network } from "../../../core/src/model/network.js";
import type { Probes } from "../run/probes.js";
import type { RunHistory } from "../run/history.js";
import { causesOf, joinedFixes } from "./cause.js";
import { percent, shown, type Symptom } from "./symptom.js";

/** A few examples cannot be learnt by heart: no tuning will help, something is wired wrongly. */
export function cannotOverfitBatch(history: RunHistory, network: Network, { memorized }: Probes): readonly Symptom[] {
  if (!memorized || memorized.isLearnt) return [];
  const { examples, steps, first, last, right } = memorized;
  const cause = causesOf(history, network).find(({ rule }) => !rule.startsWith("learning-rate") && !rule.startsWith("regularization"));
  const output = network.layers.find(({ name }) => name === network.outputs[0]);
  return [
    {
      rule: "run/cannot-overfit-batch",
      severity: "warning",
      message: `Not even ${examples} examples are learnt by heart in ${steps} steps: the loss goes from ${shown(first)} to ${shown(last)}.`,
      detail: `Tried with Adam at 0.001 and without regularization and dropout${right === null ? "" : `: ${percent(right)} are right at the end`}. A network that is wired well learns so few examples; look at output activation, loss and labels, at initial weights, and at how the inputs are scaled.${cause ? ` ${cause.message}` : ""}`,
      evidence: { examples, steps, first, last, right },
      layer: null,
      at: cause?.at ?? output?.loss ?? network.train.updater,
      fixes: joinedFixes(cause?.fixes ?? []),
    },
  ];
}
