import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { isOldApi } from "../../facts/versions.js";
import { rateText } from "./judged-rate.js";
import { rateInside, writtenUpdaters } from "./written-updaters.js";

/** 0.9: a rate inside an updater object, which `.learningRate(…)` or its default overwrites. */
export const updaterRateIgnored = defineRule({
  id: "learning-rate/updater-rate-ignored",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    if (!isOldApi(network.framework.version)) return;
    for (const { updater, layer } of writtenUpdaters(network)) {
      const inside = rateInside(network, updater);
      const { learningRate } = updater.value;
      if (!inside || !isKnown(learningRate) || learningRate.value === inside.value || typeof learningRate.value !== "number") continue;
      const isDefault = learningRate.origin === "default";
      const place = updater.address.replace(/updater$/, "learningRate");
      report({
        at: inside,
        ...(layer && { layer }),
        message: `The rate of ${rateText(inside.value)} is overwritten: this trains at ${rateText(learningRate.value)}.`,
        detail: `In Deeplearning4j ${network.framework.version} the learning rate inside an updater object is replaced by .learningRate(…)${
          isDefault ? ", which is 0.1 where nobody wrote it" : ""
        }. The learning rate is one of the most important settings, if not the most important one.`,
        ...(isDefault ? {} : { related: [{ message: "The rate in force.", at: learningRate }] }),
        fixes: [preferred(suggest(`Set learningRate to ${rateText(inside.value)}`, set(place, inside.value)))],
      });
    }
  },
});
