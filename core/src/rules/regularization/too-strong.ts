import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { coefficientText, writtenCoefficients } from "./coefficients.js";

/** An l1 or l2 coefficient that pulls the weights to 0 harder than the data pulls them away. */
export const tooStrong = defineRule({
  id: "regularization/too-strong",
  severity: "warning",
  options: { warning: 1e-2, info: 1e-3, usual: [1e-3, 1e-4] },

  check({ network, options, report }) {
    for (const { key, setting, layer } of writtenCoefficients(network, ["l1", "l2"])) {
      if (setting.value <= options.info) continue;
      report({
        at: setting,
        ...(layer && { layer }),
        severity: setting.value >= options.warning ? "warning" : "info",
        message: `${key} of ${coefficientText(setting.value)} is strong.`,
        detail:
          "Common values for l2 regularization are 1e-3 to 1e-6. " +
          "Coefficients that are too high over-penalize the network, and can stop it from learning.",
        fixes: options.usual.map((value, index) => {
          const fix = suggest(`Set ${key} to ${coefficientText(value)}`, set(setting, value));
          return index === 0 ? preferred(fix) : fix;
        }),
      });
    }
  },
});
