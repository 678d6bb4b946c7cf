import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { judgedRates, rateDivisor, rateText, roundedRate } from "./judged-rate.js";
import { usualGaussianRate } from "../pretraining/gaussian-rate.js";
import { hasGaussianUnits, pretrainedLayers } from "../pretraining/pretrained-layers.js";
import { updatersInForce } from "../../resolve/updaters.js";
import { usualRates } from "../../facts/learning-rates.js";

/** A learning rate above what the updater usually bears. */
export const tooHigh = defineRule({
  id: "learning-rate/too-high",
  severity: "warning",
  // With no minibatch written, 0.x's division is taken for one by a usual large one.
  options: { bounds: usualRates, minibatch: 128 },

  check({ network, options, report }) {
    for (const { name, learningRate } of updatersInForce(network)) {
      const usual = options.bounds[name];
      const known = rateDivisor(network, name);
      const divisor = known ?? options.minibatch;
      if (!usual) continue;
      const most = known === undefined ? Math.min(highestTypical, usual.to * divisor) : roundedRate(usual.to * divisor);
      const borne = pretrainedLayers(network).some(hasGaussianUnits) ? Math.min(most, usualGaussianRate) : most;
      const divided = divisor === 1 ? "" : `, even divided by ${known === undefined ? "a" : "the"} minibatch of ${divisor}`;
      for (const rate of judgedRates(learningRate)) {
        const step = rate.value / divisor;
        if (rate.origin === "default" || step <= usual.high) continue;
        report({
          at: rate,
          severity: usual.impossible !== undefined && step >= usual.impossible ? "error" : "warning",
          message: `A learning rate of ${rateText(rate.value)} is high for ${name}${divided}.`,
          detail:
            `Most networks train with ${name} between ${rateText(usual.from * divisor)} and ${rateText(most)}. ` +
            "Typical learning rates are in the range of 0.1 to 1e-6; with one that is too large, a network may learn very poorly, or not at all.",
          fixes: [preferred(suggest(`Set learning rate to ${rateText(borne)}`, set(rate, borne)))],
        });
      }
    }
  },
});

/** The guideline: "typical values are in the range of 0.1 to 1e-6". */
const highestTypical = 0.1;
