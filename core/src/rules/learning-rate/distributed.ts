import { defineRule, isKnown, valueOf } from "../define-rule.js";
import { updatersInForce } from "../../resolve/updaters.js";

/** Distributed training, where the rate found on one machine may not be the best. */
export const distributed = defineRule({
  id: "learning-rate/distributed",
  severity: "info",

  check({ network, report }) {
    const { distributed: setting } = network.train;
    if (!setting || !isKnown(setting)) return;
    const [updater] = updatersInForce(network);
    const rate = updater?.learningRate;
    const workers = valueOf(setting.value.args.workers);
    if (typeof workers === "number" && workers <= 1) return;
    const counts = isKnown(rate) && typeof rate.value === "object" && valueOf(rate.value.args.per) !== "epoch";
    report({
      at: setting,
      message: `Training on ${typeof workers === "number" ? `${workers} workers` : "several workers"} may need another learning rate than on a single machine.`,
      detail:
        "For distributed training you may need a different, frequently higher learning rate compared to training the same network on a single machine." +
        (counts ? " The schedule counts iterations, and each worker makes only its share of them." : ""),
    });
  },
});
