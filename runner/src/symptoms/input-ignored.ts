import type { Network } from "../../../core/src/model/network.js";
import type { Probes } from "../run/probes.js";
import type { RunHistory } from "../run/history.js";
import { deadLayers } from "./dead-units.js";
import { reasonOf } from "./not-learning.js";
import { saturatedLayers } from "./saturated-units.js";
import { shown, type Symptom } from "./symptom.js";
import { outsideRatios } from "./update-ratio.js";

/** Thresholds of `run/input-ignored`. */
export const inputIgnoredOptions = {
  /** The loss with all inputs 0 is the same up to this share. */
  share: 1e-3,
};

/** The network answers alike whatever comes in. */
export function inputIgnored(history: RunHistory, network: Network, { zeroed }: Probes): readonly Symptom[] {
  // Dead and saturated layers let nothing through, and updates that are too large wipe everything out: that is said already.
  if (!zeroed || deadLayers(history, network).length > 0 || saturatedLayers(history, network).length > 0) return [];
  if (outsideRatios(history, network).length > 0) return [];
  if (!(Math.abs(zeroed.without - zeroed.with) <= inputIgnoredOptions.share * Math.abs(zeroed.with))) return [];
  const { at, fixes, sentence } = reasonOf(history, network);
  return [
    {
      rule: "run/input-ignored",
      severity: "warning",
      message: `The network does not look at its input: the loss is ${shown(zeroed.with)}, and ${shown(zeroed.without)} with all inputs set to 0.`,
      detail: `Evaluated on ${zeroed.examples} examples. Its answers come from biases alone. ${sentence}`,
      evidence: { loss: zeroed.with, lossWithoutInput: zeroed.without, examples: zeroed.examples },
      layer: null,
      at,
      fixes,
    },
  ];
}
