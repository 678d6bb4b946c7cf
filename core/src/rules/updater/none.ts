import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";
import { updatersInForce } from "../../resolve/updaters.js";

/** An updater that is none, on layers that are to learn: it takes the gradient itself as the step. */
export const none = defineRule({
  id: "updater/none",
  severity: "warning",
  options: { learningRate: 0.01 },

  check({ network, options, report }) {
    // Gradients are checked against finite differences with it, in networks that are never trained.
    if (valueOf(network.written.train.gradientChecked) === true) return;
    for (const { name, setting, layers } of updatersInForce(network)) {
      if (name !== "NoOp") continue;
      const isOwn = setting.address !== network.train.updater.address;
      const [layer] = layers;
      report({
        at: setting,
        severity: network.train.isTrained ? undefined : "info",
        ...(isOwn && layer && { layer }),
        message: "Without an updater the gradient itself is the step, as with a learning rate of 1.",
        detail:
          "NoOp does not freeze a layer: each update subtracts the whole gradient (measured with 0.9.1 and 1.0.0-M2.1). " +
          "A rate of 1 is ten times the largest typical one. To keep a layer as it is, use a FrozenLayer.",
        fixes: [
          preferred(
            suggest(
              `Use Sgd with learning rate ${options.learningRate}`,
              set(setting, { name: "Sgd", args: { learningRate: options.learningRate } }),
            ),
          ),
        ],
      });
    }
  },
});
