import { activationName, hiddenLayers, innermost } from "../../../core/src/resolve/layers-of.js";
import { activations } from "../../../core/src/facts/activations.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import { causesOf, joinedFixes } from "./cause.js";
import { isAtChance } from "./chance-level.js";
import { deadLayers } from "./dead-units.js";
import { gradientNorms, lateMedian } from "./gradients.js";
import { flatFall } from "./loss-flat.js";
import { shown, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/vanishing-gradient`, from AutoTrainer (Zhang et al., ICSE 2021). */
export const vanishingGradientOptions = {
  /** Gradient norm of the first layer against the last one's. */
  ratio: 1e-3,
  /** Norm of the first layer's gradient. */
  norm: 1e-4,
  /** Measured steps that it takes to tell. */
  measured: 10,
};

/** Hardly any gradient arrives at the first layer of a network that does not learn. */
export const vanishingGradient: FindSymptom = (history, network) => {
  const { ratio, norm, measured } = vanishingGradientOptions;
  const norms = gradientNorms(history, network);
  // A dead layer stops every gradient: that is said already.
  if (!norms || norms.steps.length < measured || deadLayers(history, network).length > 0) return [];
  const first = lateMedian(norms.steps, (step) => step.first);
  const share = lateMedian(norms.steps, (step) => step.first / step.last);
  if (!(first < norm && share < ratio) || !(isAtChance(history, network) || flatFall(history, network))) return [];
  const causes = causesOf(history, network).filter(({ rule }) => /^(activation\/(saturating|implicit-sigmoid)|init)/.test(rule));
  const [cause] = causes;
  const saturating = hiddenLayers(network).find((layer) => activations[activationName(innermost(layer).activation) ?? ""]?.saturating);
  const activation = innermost(saturating ?? norms.first).activation;
  return [
    {
      rule: "run/vanishing-gradient",
      severity: "warning",
      message: `Hardly any gradient arrives at layer ${norms.first.id}: its norm is ${shown(first)}, ${shown(share)} of that of layer ${norms.last.id}.`,
      detail: `Below ${ratio} of the last layer's, and below ${norm}, the first layers do not learn. Functions with flat ends pass on less at every layer; rectified ones, batch normalization, or fewer layers help.${cause ? ` ${cause.message}` : ""}`,
      evidence: { first, share, firstLayer: norms.first.id, lastLayer: norms.last.id },
      layer: norms.first.id,
      at: cause?.at ?? activation ?? network.train.gradientNormalization,
      fixes: joinedFixes(cause?.fixes ?? [], saturating && activation ? [suggest("Use relu", set(activation, "RELU"))] : []),
    },
  ];
};
