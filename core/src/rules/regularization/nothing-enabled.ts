import { isOldApi } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, remove, safe, set, suggest } from "../define-rule.js";

const penalties = ["l1", "l2", "l1Bias", "l2Bias"];

/** 0.x: regularization switched on, with nothing to apply. */
export const nothingEnabled = defineRule({
  id: "regularization/nothing-enabled",
  severity: "warning",
  notations: ["java", "kotlin"],
  options: { l2: 1e-4 },

  check({ network, options, report }) {
    const { regularization } = network.train;
    if (!isOldApi(network.framework.version) || !isKnown(regularization) || regularization.origin === "default" || !regularization.value)
      return;
    const { train, defaults, layers } = network.written;
    const places = [train, defaults, ...layers.map((layer) => (layer.inner ?? layer).settings)];
    if (places.some((place) => [...penalties, "dropOut", "dropConnect"].some((key) => place[key] !== undefined))) return;
    // A layer that is not in sight may have its own.
    if (network.layers.some(({ kind }) => kind === "Layer")) return;
    report({
      at: regularization,
      message: "Regularization is on, but there is no l1, l2 or dropout for it to apply.",
      detail:
        "To use l1, l2 or dropout, .regularization(true) is followed by .l1(x), .l2(y) or .dropOut(z). " +
        "Common values for l2 are 1e-3 to 1e-6.",
      fixes: [
        preferred(suggest(`Add l2(${options.l2.toExponential()})`, set("train.l2", options.l2))),
        safe("Remove regularization", remove(regularization)),
      ],
    });
  },
});
