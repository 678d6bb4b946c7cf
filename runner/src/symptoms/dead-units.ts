import type { Layer, Network } from "../../../core/src/model/network.js";
import { innermost, isRectified } from "../../../core/src/resolve/layers-of.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import type { RunHistory } from "../run/history.js";
import { byAddress, layersText } from "./by-address.js";
import { causesOf, joinedFixes } from "./cause.js";
import { isTooHigh, lowerRate, rateInForce } from "./rate.js";
import { percent, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/dead-units`. */
export const deadUnitsOptions = {
  /** More than this share of a layer's units. */
  share: 0.5,
  /** Examples over which a unit is never active. */
  leastExamples: 256,
  /** In smaller minibatches a healthy unit is often 0 for all examples. */
  leastBatch: 16,
};

/** Rectified units that are 0 whatever comes in: no gradient reaches their weights any more. */
export const deadUnits: FindSymptom = (history, network) => {
  const dead = deadLayers(history, network);
  const causes = causesOf(history, network);
  return byAddress(dead).map((group) => {
    const [first] = group;
    const worst = group.reduce((most, one) => (one.inactive > most.inactive ? one : most));
    const ids = group.map(({ layer }) => layer.id);
    const rate = rateInForce(network, worst.layer);
    // Before the first update the rate has done nothing yet; later, weights and data were good enough to begin with.
    const cause = causes.find(({ rule }) => (worst.fromStart ? /^(init|data)/ : /^(learning-rate|data)/).test(rule));
    const when = worst.fromStart ? "They are so from the first step on." : "They died while training.";
    return {
      rule: "run/dead-units",
      severity: "warning",
      message: `${worst.inactive < 1 ? `At least ${percent(worst.inactive)} of the` : "All"} units of ${layersText(ids)} give 0 for all examples of a minibatch.`,
      detail: `So in each of the last ${worst.minibatches} measured minibatches, ${worst.minibatches * history.batchSize} examples. ${when} A rectified unit that is never active gets no gradient and does not come back: leakyrelu lets some through; a lower learning rate keeps units from dying.${cause ? ` ${cause.message}` : ""}`,
      evidence: {
        layers: ids.join(", "),
        inactive: worst.inactive,
        minibatches: worst.minibatches,
        examples: worst.minibatches * history.batchSize,
      },
      layer: worst.layer.id,
      at: first.at,
      fixes: joinedFixes(
        cause?.fixes ?? [],
        isTooHigh(rate) && !worst.fromStart ? lowerRate(rate, 0.1) : [],
        [suggest("Use leakyrelu", set(first.at, "LEAKYRELU"))],
        worst.fromStart ? [] : lowerRate(rate, 0.1).map((fix) => ({ ...fix, preferred: false })),
      ),
    };
  });
};

/** Layers that are dead, and since when. */
export function deadLayers({ steps, batchSize }: Pick<RunHistory, "steps" | "batchSize">, { layers }: Network) {
  const { share, leastExamples, leastBatch } = deadUnitsOptions;
  if (batchSize < leastBatch) return [];
  const minibatches = Math.ceil(leastExamples / batchSize);
  return layers.filter(isRectified).flatMap((layer: Layer) => {
    const measured = steps.flatMap((step) => (step.layers ?? []).filter((one) => one.layer === layer.id));
    const inactive = Math.min(...measured.slice(-minibatches).map((one) => one.inactive));
    const { activation } = innermost(layer);
    if (measured.length < minibatches || !activation || !(inactive > share)) return [];
    return [{ layer, at: activation, inactive, minibatches, fromStart: (measured[0]?.inactive ?? 0) > share }];
  });
}
