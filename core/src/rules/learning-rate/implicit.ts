import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { defineRule, isKnown, preferred, safe, set, suggest } from "../define-rule.js";
import { rateDivisor, rateText, roundedRate } from "./judged-rate.js";
import { updatersInForce, type UpdaterInForce } from "../../resolve/updaters.js";
import { adamFamily, usualRates } from "../../facts/learning-rates.js";
import { isOldApi } from "../../facts/versions.js";

/** Sgd's default from 1.0 on: it learns slowly, but it learns. */
const slow = 1e-3;

/** A learning rate that nobody chose. */
export const implicit = defineRule({
  id: "learning-rate/implicit",
  severity: "warning",

  check({ network, report }) {
    // A network that is built on brings its own updater.
    if (network.kind === "transfer") return;
    for (const updater of updatersInForce(network)) {
      const rate = updater.learningRate;
      if (!isKnown(rate) || rate.origin !== "default" || typeof rate.value !== "number") continue;
      const isNamed = updater.setting.origin !== "default";
      if (!isOldApi(network.framework.version) && adamFamily.has(updater.name)) continue;
      const [layer] = updater.layers;
      report({
        at: isNamed && updater.setting.range ? updater.setting : rate,
        ...(updater.setting.address !== network.train.updater.address && layer && { layer }),
        severity: rate.value > slow || isOldApi(network.framework.version) ? "warning" : "info",
        message: isNamed
          ? `No learning rate is written: ${updater.name} trains at its default of ${rateText(rate.value)}.`
          : `Neither updater nor learning rate is written: ${updater.name} trains at ${rateText(rate.value)}.`,
        detail:
          "The learning rate is one of the most important settings, if not the most important one, and the best one depends on the data and the network. " +
          "Start by trying 0.1, 0.001 and 1e-6.",
        fixes: fixes(network, updater, { ...rate, value: rate.value }),
      });
    }
  },
});

/** Writing the default out is left out where it would be too high; then what is usual is offered. */
function fixes(network: Network, { name }: UpdaterInForce, rate: Known<number>): Fix[] {
  const usual = usualRates[name];
  const divisor = rateDivisor(network, name) ?? 1;
  if (usual && rate.value / divisor > usual.high) {
    const most = roundedRate(usual.to * divisor);
    return [preferred(suggest(`Set learning rate to ${rateText(most)}`, set(rate, most)))];
  }
  return [safe(`Write learning rate ${rateText(rate.value)}`, set(rate, rate.value))];
}
