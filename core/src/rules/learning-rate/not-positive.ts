import { defineRule } from "../define-rule.js";
import { judgedRates, rateText } from "./judged-rate.js";
import { updatersInForce } from "../../resolve/updaters.js";

/** A learning rate with which nothing moves, or moves the wrong way. */
export const notPositive = defineRule({
  id: "learning-rate/not-positive",
  severity: "error",

  check({ network, report }) {
    for (const { learningRate, setting, layers } of updatersInForce(network)) {
      // Half of a GAN rests while the other half learns: its layers have a rate of 0 on purpose.
      const isResting = setting.address !== network.train.updater.address && layers.length === 1;
      for (const rate of judgedRates(learningRate)) {
        if (rate.value > 0) continue;
        const rests = rate.value === 0 && isResting;
        report({
          at: rate,
          severity: rests ? "info" : "error",
          message: rests ? "A learning rate of 0 leaves this layer as it is." : `A learning rate of ${rateText(rate.value)} cannot train.`,
          detail: rests
            ? "The layer is computed and its gradients too, but its weights never change. A FrozenLayer says so, and saves the gradients."
            : `${rate.value < 0 ? "Each update climbs the loss instead of descending it." : "The weights never change."} Deeplearning4j accepts the value without a word. Typical learning rates are in the range of 0.1 to 1e-6.`,
        });
      }
    }
  },
});
