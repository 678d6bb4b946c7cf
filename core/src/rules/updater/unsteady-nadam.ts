import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { updatersInForce } from "../../resolve/updaters.js";

/** Nadam, whose first steps in Deeplearning4j are far too long. */
export const unsteadyNadam = defineRule({
  id: "updater/unsteady-nadam",
  severity: "info",

  check({ network, report }) {
    for (const { name, setting, layers, learningRate } of updatersInForce(network)) {
      if (name !== "Nadam") continue;
      const isOwn = setting.address !== network.train.updater.address;
      const [layer] = layers;
      const rate = isKnown(learningRate) && typeof learningRate.value === "number" ? learningRate.value : undefined;
      report({
        at: setting,
        ...(isOwn && layer && { layer }),
        message: "Deeplearning4j's Nadam takes far too long steps at first.",
        detail:
          "Its mean of squared gradients starts at 0 and is not corrected for that, so that the first step is about 60 times Adam's (measured with 1.0.0-M2.1). Adam corrects it.",
        fixes: rate === undefined ? [] : [preferred(suggest("Use Adam", set(setting, { name: "Adam", args: { learningRate: rate } })))],
      });
    }
  },
});
