import { isRectified } from "../../../core/src/resolve/layers-of.js";
import { innermost } from "../../../core/src/resolve/layers-of.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import { otherRate, rateInForce } from "./learning-rate.js";
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
export const deadUnits: FindSymptom = ({ steps, batchSize }, network) => {
  const { share, leastExamples, leastBatch } = deadUnitsOptions;
  if (batchSize < leastBatch) return [];
  const minibatches = Math.ceil(leastExamples / batchSize);
  return network.layers.filter(isRectified).flatMap((layer) => {
    const measured = steps.flatMap((step) => (step.layers ?? []).filter((one) => one.layer === layer.id)).slice(-minibatches);
    const inactive = Math.min(...measured.map((one) => one.inactive));
    const { activation } = innermost(layer);
    if (measured.length < minibatches || !activation || !(inactive > share)) return [];
    const rate = rateInForce(network, layer);
    return [
      {
        rule: "run/dead-units",
        severity: "warning",
        message: `At least ${percent(inactive)} of the units of layer ${layer.id} give 0 for all examples of a minibatch.`,
        detail: `So in each of the last ${minibatches} measured minibatches, ${minibatches * batchSize} examples. A rectified unit that is never active gets no gradient and does not come back: leakyrelu lets some through; a lower learning rate keeps units from dying.`,
        evidence: { inactive, minibatches, examples: minibatches * batchSize },
        layer: layer.id,
        at: activation,
        fixes: [
          suggest("Use leakyrelu", set(activation, "LEAKYRELU")),
          ...otherRate(rate, 0.1).map((fix) => ({ ...fix, preferred: false })),
        ],
      },
    ];
  });
};
