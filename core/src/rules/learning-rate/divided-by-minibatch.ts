import { defineRule, isKnown } from "../define-rule.js";
import { rateDivisor, rateText } from "./judged-rate.js";
import { updatersInForce } from "../../resolve/updaters.js";

/** 0.x: an adaptive updater whose step is divided by the minibatch's size. */
export const dividedByMinibatch = defineRule({
  id: "learning-rate/divided-by-minibatch",
  severity: "info",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    for (const { name, learningRate, layers, setting } of updatersInForce(network)) {
      const divisor = rateDivisor(network, name);
      if (!isKnown(learningRate) || typeof learningRate.value !== "number" || learningRate.origin === "default") continue;
      if (divisor === undefined || divisor <= 1) continue;
      const [layer] = layers;
      report({
        at: learningRate,
        ...(setting.address !== network.train.updater.address && layer && { layer }),
        message: `${name} steps by ${rateText(learningRate.value)} / ${divisor} = ${rateText(Number((learningRate.value / divisor).toPrecision(3)))}.`,
        detail: `In ${network.framework.version} the update is divided by the minibatch's size after the updater, which makes up for the sum of the gradients itself (measured with 0.9.1). From 1.0 on the same rate steps ${divisor} times as far.`,
      });
    }
  },
});
