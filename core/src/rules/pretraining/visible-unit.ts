import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { pretrainedLayers, scaledTo, takesData, unitOf } from "./pretrained-layers.js";

/** An RBM whose visible units do not suit the data. */
export const visibleUnit = defineRule({
  id: "pretraining/visible-unit",
  severity: "warning",

  check({ network, report }) {
    const data = scaledTo(network);
    const fitting = data === "gaussian" ? "GAUSSIAN" : data === "probabilities" ? "BINARY" : undefined;
    if (fitting === undefined) return;
    for (const layer of pretrainedLayers(network)) {
      const unit = unitOf(layer, "visibleUnit");
      const setting = innermost(layer).more.visibleUnit;
      if (
        innermost(layer).kind !== "RBM" ||
        !takesData(network, layer) ||
        !setting ||
        (unit !== "GAUSSIAN" && unit !== "BINARY") ||
        unit === fitting
      )
        continue;
      report({
        at: setting,
        layer,
        message: `${unit} visible units do not suit ${data === "gaussian" ? "standardized data" : "data between 0 and 1"}.`,
        detail:
          "An RBM samples from the distribution of its units: Gaussian ones for standardized values, binary ones for values between 0 and 1 that can be read as probabilities, softmax for one-hot values.",
        fixes: [preferred(suggest(`Set visibleUnit to ${fitting}`, set(setting, fitting)))],
      });
    }
  },
});
