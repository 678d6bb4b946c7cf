import { isOldApi } from "../../facts/versions.js";
import { defineRule, preferred, remove, set, suggest } from "../define-rule.js";
import { coefficientText, writtenCoefficients } from "./coefficients.js";

/** An l2 coefficient that cannot be noticed. */
export const tooWeak = defineRule({
  id: "regularization/too-weak",
  severity: "info",
  options: { least: 1e-7, usual: 1e-6 },

  check({ network, options, report }) {
    for (const { key, setting, layer } of writtenCoefficients(network, ["l2"])) {
      // 1e-12 and the like switch a global value off where 0 does not.
      const isOverride = layer !== undefined && network.written.train.l2 !== undefined;
      if (setting.value <= 0 || setting.value >= options.least || isOverride) continue;
      report({
        at: setting,
        ...(layer && { layer }),
        message: `${key} of ${coefficientText(setting.value)} is too weak to be noticed.`,
        detail: "Common values for l2 regularization are 1e-3 to 1e-6.",
        fixes: [
          preferred(suggest(`Set ${key} to ${coefficientText(options.usual)}`, set(setting, options.usual))),
          // In 0.x it may be all that .regularization(true) has to apply.
          ...(isOldApi(network.framework.version) ? [] : [suggest(`Remove ${key}`, remove(setting))]),
        ],
      });
    }
  },
});
