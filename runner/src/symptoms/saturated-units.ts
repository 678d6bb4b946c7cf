import type { Layer, Network } from "../../../core/src/model/network.js";
import { innermost, isOutput } from "../../../core/src/resolve/layers-of.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import type { RunHistory } from "../run/history.js";
import { byAddress, layersText } from "./by-address.js";
import { causesOf, joinedFixes } from "./cause.js";
import { isTooHigh, lowerRate, rateInForce } from "./rate.js";
import { mean, percent, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/saturated-units`. */
export const saturatedUnitsOptions = {
  /** More than this share of a layer's activations, beyond ±5 before the activation. */
  share: 0.5,
  /** Measured steps that it takes to tell: the last ones. */
  measured: 5,
};

/** Hidden sigmoid or tanh units that sit on their flat ends, where they pass no gradient. An output layer may be sure of itself. */
export const saturatedUnits: FindSymptom = (history, network) => {
  const { share, measured } = saturatedUnitsOptions;
  const causes = causesOf(history, network);
  return byAddress(saturatedLayers(history, network)).map((group) => {
    const [first] = group;
    const worst = group.reduce((most, one) => (one.saturated > most.saturated ? one : most));
    const ids = group.map(({ layer }) => layer.id);
    const rate = rateInForce(network, worst.layer);
    const cause = causes.find(({ rule }) => (worst.fromStart ? /^(init|data)/ : /^(learning-rate|data)/).test(rule));
    return {
      rule: "run/saturated-units",
      severity: "warning",
      message: `${percent(worst.saturated)} of the activations of ${layersText(ids)} lie on a flat end of their function.`,
      detail: `Their inputs are beyond ±5, where hardly any gradient passes; over ${percent(share)} is too much. ${worst.fromStart ? "So from the first step on: inputs that are not scaled, or weights that start too large, bring them there." : "They were driven there while training: by too high a learning rate, or by inputs that are not scaled."}${cause ? ` ${cause.message}` : ""}`,
      evidence: { layers: ids.join(", "), saturated: worst.saturated, atFirst: worst.atFirst, measured },
      layer: worst.layer.id,
      at: first.at,
      fixes: joinedFixes(cause?.fixes ?? [], isTooHigh(rate) && !worst.fromStart ? lowerRate(rate, 0.1) : [], [
        suggest("Use relu", set(first.at, "RELU")),
        suggest("Use leakyrelu", set(first.at, "LEAKYRELU")),
      ]),
    };
  });
};

/** Layers that are saturated, and since when. */
export function saturatedLayers({ steps }: Pick<RunHistory, "steps">, { layers }: Network) {
  const { share, measured } = saturatedUnitsOptions;
  return layers
    .filter((layer) => !isOutput(layer))
    .flatMap((layer: Layer) => {
      const shares = steps.flatMap((step) => (step.layers ?? []).filter((one) => one.layer === layer.id).map((one) => one.saturated));
      const saturated = mean(shares.slice(-measured));
      const atFirst = shares[0] ?? 0;
      const { activation } = innermost(layer);
      if (shares.length < measured || !activation || !(saturated > share)) return [];
      return [{ layer, at: activation, saturated, atFirst, fromStart: atFirst > share }];
    });
}
