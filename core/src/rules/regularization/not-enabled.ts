import { defineRule, isKnown, preferred, remove, safe, set, suggest } from "../define-rule.js";
import { coefficientText, writtenCoefficients } from "./coefficients.js";

/** l1 or l2 that Deeplearning4j 0.x does not apply. */
export const notEnabled = defineRule({
  id: "regularization/not-enabled",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { regularization } = network.train;
    if (!isKnown(regularization) || regularization.value) return;
    for (const { key, setting, layer } of writtenCoefficients(network, ["l1", "l2", "l1Bias", "l2Bias"])) {
      if (setting.value <= 0) continue;
      const value = coefficientText(setting.value);
      report({
        at: setting,
        ...(layer && { layer }),
        message: `${key}(${value}) is not applied: regularization is off.`,
        detail:
          `Up to Deeplearning4j 0.9.1, l1 and l2 take effect only with .regularization(true); this is ${network.framework.version}. ` +
          "Without it the coefficients are stored and never used. Dropout needs no such call.",
        fixes: [
          preferred(suggest("Set regularization to true", set(regularization, true))),
          safe(`Remove ${key}(${value})`, remove(setting)),
        ],
      });
    }
  },
});
