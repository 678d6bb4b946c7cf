import { innermost, isOutput } from "../../../core/src/resolve/layers-of.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import { mean, percent, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/saturated-units`. */
export const saturatedUnitsOptions = {
  /** More than this share of a layer's activations, beyond ±5 before the activation. */
  share: 0.5,
  /** Measured steps that it takes to tell: the last ones. */
  measured: 5,
};

/** Hidden sigmoid or tanh units that sit on their flat ends, where they pass no gradient. An output layer may be sure of itself. */
export const saturatedUnits: FindSymptom = ({ steps }, network) => {
  const { share, measured } = saturatedUnitsOptions;
  return network.layers
    .filter((layer) => !isOutput(layer))
    .flatMap((layer) => {
      const shares = steps.flatMap((step) => (step.layers ?? []).filter((one) => one.layer === layer.id)).slice(-measured);
      const saturated = mean(shares.map((one) => one.saturated));
      const { activation } = innermost(layer);
      if (shares.length < measured || !activation || !(saturated > share)) return [];
      return [
        {
          rule: "run/saturated-units",
          severity: "warning",
          message: `${percent(saturated)} of the activations of layer ${layer.id} lie on a flat end of their function.`,
          detail: `Their inputs are beyond ±5, where hardly any gradient passes; over ${percent(share)} is too much. Inputs that are not scaled, weights that start too large, or too high a learning rate bring units there.`,
          evidence: { saturated, measured },
          layer: layer.id,
          at: activation,
          fixes: [suggest("Use relu", set(activation, "RELU")), suggest("Use leakyrelu", set(activation, "LEAKYRELU"))],
        },
      ];
    });
};
