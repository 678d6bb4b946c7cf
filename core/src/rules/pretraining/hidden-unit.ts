import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { pretrainedLayers, unitOf } from "./pretrained-layers.js";

/** Hidden units that do not go with Gaussian visible ones. */
export const hiddenUnit = defineRule({
  id: "pretraining/hidden-unit",
  severity: "info",

  check({ network, report }) {
    for (const layer of pretrainedLayers(network)) {
      const hidden = unitOf(layer, "hiddenUnit");
      const setting = innermost(layer).more.hiddenUnit;
      if (!setting || hidden === undefined || unitOf(layer, "visibleUnit") !== "GAUSSIAN" || hidden === "RECTIFIED" || hidden === "BINARY")
        continue;
      const isBoth = hidden === "GAUSSIAN";
      report({
        at: setting,
        layer,
        severity: isBoth ? "warning" : "info",
        message: isBoth
          ? "An RBM with Gaussian visible and hidden units is unstable."
          : `${hidden} hidden units are seldom used with Gaussian visible ones.`,
        detail: "With Gaussian visible units, rectified or binary hidden units are the usual choice.",
        fixes: [preferred(suggest("Set hiddenUnit to RECTIFIED", set(setting, "RECTIFIED")))],
      });
    }
  },
});
