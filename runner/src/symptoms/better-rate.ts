import type { Network } from "../../../core/src/model/network.js";
import { preferred, set, suggest } from "../../../core/src/rules/define-rule.js";
import { judgedRates, rateText } from "../../../core/src/rules/learning-rate/judged-rate.js";
import type { SweepEvent } from "../protocol/events.js";
import { rateInForce } from "./rate.js";
import { percent, shown, type Symptom } from "./symptom.js";

/** Thresholds of `run/better-rate`. */
export const betterRateOptions = {
  /** By this share of the config's own loss. */
  lower: 0.1,
};

/**
 * A rate of the sweep that trains better than the config's own, which has to be among its runs. A curve that is too short for its rate
 * is judged neither way.
 */
export function betterRate({ best, table }: Pick<SweepEvent, "best" | "table">, network: Network): readonly Symptom[] {
  const { at } = rateInForce(network);
  const [own, another] = "anchor" in at ? [] : judgedRates(at);
  const ofOwn = table.find(({ learningRate }) => learningRate === own?.value);
  const ofBest = table.find(({ run }) => run === best);
  if (!own || !ofOwn || !ofBest || ofBest === ofOwn || ofOwn.verdict === "too-short" || ofBest.trainLoss === null) return [];
  const fall = ofOwn.trainLoss === null ? null : (ofOwn.trainLoss - ofBest.trainLoss) / Math.abs(ofOwn.trainLoss);
  if (fall !== null && !(fall >= betterRateOptions.lower)) return [];
  const before = ofOwn.trainLoss === null ? "no longer has a loss that is a number" : `comes to ${shown(ofOwn.trainLoss)}`;
  return [
    {
      rule: "run/better-rate",
      severity: "info",
      message: `A learning rate of ${rateText(ofBest.learningRate)} trains better: a training loss of ${shown(ofBest.trainLoss)} after ${ofBest.steps} steps, while ${rateText(own.value)} ${before}${fall === null ? "" : ` (${percent(fall)} lower)`}.`,
      detail: `Measured side by side from the same start on the same minibatches: ${table.map(({ run, verdict }) => `${run} ${verdict}`).join(", ")}.`,
      evidence: { own: ofOwn.trainLoss, best: ofBest.trainLoss, rate: ofBest.learningRate, steps: ofBest.steps },
      layer: null,
      at: own,
      // Of a map schedule one entry alone would not be what was measured.
      fixes: another ? [] : [preferred(suggest(`Set learning rate to ${rateText(ofBest.learningRate)}`, set(own, ofBest.learningRate)))],
    },
  ];
}
