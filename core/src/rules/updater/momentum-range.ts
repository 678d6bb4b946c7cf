import { isCall } from "../../model/value.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { updatersInForce } from "../../resolve/updaters.js";

/** A momentum with which the steps never end, or that is hardly one. */
export const momentumRange = defineRule({
  id: "updater/momentum-range",
  severity: "error",
  options: { least: 0.5, usual: 0.9 },
  mergesRepeats: true,

  check({ network, options, report }) {
    for (const { momentum, setting, layers } of updatersInForce(network)) {
      if (!isKnown(momentum) || momentum.origin === "default" || isCall(momentum.value)) continue;
      const { value } = momentum;
      const isOutside = value >= 1 || value < 0;
      if (!isOutside && value >= options.least) continue;
      const isOwn = setting.address !== network.train.updater.address;
      const [layer] = layers;
      report({
        at: momentum,
        ...(isOwn && layer && { layer }),
        severity: isOutside ? "error" : "info",
        message: isOutside
          ? `A momentum of ${value} cannot train: it has to be below 1 and not below 0.`
          : `A momentum of ${value} is low.`,
        detail: isOutside
          ? "With a momentum of 1 or more the steps add up without end, whatever the gradient says."
          : `It averages over ${Number((1 / (1 - value)).toPrecision(2))} minibatches only. 0.9 is usual, 0.5 is for the first steps.`,
        fixes: [preferred(suggest(`Set momentum to ${options.usual}`, set(momentum, options.usual)))],
      });
    }
  },
});
