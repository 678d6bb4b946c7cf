import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { isCall } from "../../model/value.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { hiddenLayers } from "../../resolve/layers-of.js";
import { updatersInForce, type UpdaterInForce } from "../../resolve/updaters.js";
import { largestRate } from "../learning-rate/judged-rate.js";
import { usualRates } from "../../facts/learning-rates.js";
import { isOldApi } from "../../facts/versions.js";

/** Stochastic gradient descent without momentum in a network of some depth. */
export const plainSgd = defineRule({
  id: "updater/plain-sgd",
  severity: "info",
  options: { hiddenLayers: 2, momentum: 0.9 },

  check({ network, options, report }) {
    if (network.kind === "transfer" || hiddenLayers(network).length < options.hiddenLayers) return;
    for (const updater of updatersInForce(network)) {
      if (updater.name !== "Sgd" || updater.setting.address !== network.train.updater.address) continue;
      report({
        at: updater.setting,
        message: `Plain stochastic gradient descent trains ${hiddenLayers(network).length} hidden layers.`,
        detail:
          "Momentum, RmsProp or AdaGrad can make a network train much faster than vanilla stochastic gradient descent. " +
          "Momentum is frequently used in practice: in Deeplearning4j that is Nesterovs.",
        fixes: fixes(network, updater, options.momentum),
      });
    }
  },
});

/** The rate stays, as far as the other updater bears it. */
function fixes(network: Network, { setting, learningRate }: UpdaterInForce, momentum: number): Fix[] {
  if (!isKnown(learningRate) || isCall(learningRate.value)) return [];
  const most = usualRates.Nesterovs?.to ?? learningRate.value;
  // a layer's own rate, which the new updater would not bear
  if (updatersInForce(network).some((one) => (largestRate(one.learningRate)?.value ?? 0) > most && one.learningRate !== learningRate))
    return [];
  const rate = Math.min(learningRate.value, most);
  const nesterovs = suggest(
    `Use Nesterovs with learning rate ${rate} and momentum ${momentum}`,
    set(setting, { name: "Nesterovs", args: { learningRate: rate, momentum } }),
  );
  // Up to 0.9.1 Adam's step is divided by the minibatch's size, so that no rate can be named without it.
  if (isOldApi(network.framework.version)) return [preferred(nesterovs)];
  const adamRate = usualRates.Adam?.to ?? 1e-3;
  return [
    preferred(nesterovs),
    suggest(`Use Adam with learning rate ${adamRate}`, set(setting, { name: "Adam", args: { learningRate: adamRate } })),
  ];
}
