import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { defineRule, isKnown, preferred, safe, set, suggest, valueOf } from "../define-rule.js";
import { adamFamily, usualRates } from "../../facts/learning-rates.js";
import { isOldApi } from "../../facts/versions.js";
import { rateText } from "./judged-rate.js";
import { writtenUpdaters } from "./written-updaters.js";

/** A layer's updater without a rate: it replaces the run's updater whole, rate included. */
export const layerUpdaterResets = defineRule({
  id: "learning-rate/layer-updater-resets",
  severity: "warning",

  check({ network, report }) {
    const outer = writtenRate(network);
    if (!outer) return;
    for (const { updater, layer } of writtenUpdaters(network)) {
      const rate = updater.value.learningRate;
      if (!layer || updater.address === network.train.updater.address) continue;
      if (!isKnown(rate) || rate.origin !== "default" || rate.value === outer.value || typeof rate.value !== "number") continue;
      const { name } = updater.value;
      // Adam's kind has its own usual rate, which another kind's says nothing about.
      if (adamFamily.has(name) && !adamFamily.has(valueOf(network.train.updater)?.name ?? "")) continue;
      report({
        at: updater,
        layer,
        message: `This layer trains at ${name}'s default of ${rateText(rate.value)}, not at the network's ${rateText(outer.value)}.`,
        detail:
          "A layer's updater replaces the network's whole, learning rate included. " +
          "The learning rate is one of the most important settings, if not the most important one.",
        related: [{ message: "The rate of the other layers.", at: outer }],
        fixes: fixes(name, { ...rate, value: rate.value }, outer.value),
      });
    }
  },
});

/** The network's rate, where it is written. Up to 0.9.1 it is a call of its own, which a layer's updater leaves alone. */
function writtenRate({ framework, train }: Network): Known<number> | undefined {
  const rate = isKnown(train.updater) ? train.updater.value.learningRate : undefined;
  if (isOldApi(framework.version) || !isKnown(rate) || rate.origin === "default" || typeof rate.value !== "number") return undefined;
  return { ...rate, value: rate.value };
}

/** What would be too high for this updater is not offered: its usual rate is. */
function fixes(name: string, rate: Known<number>, outer: number): Fix[] {
  const usual = usualRates[name];
  const high = usual?.high ?? Infinity;
  const fitting = outer <= high ? outer : (usual?.from ?? outer);
  return [
    preferred(suggest(`Set learning rate to ${rateText(fitting)}`, set(rate, fitting))),
    ...(rate.value <= high ? [safe(`Write learning rate ${rateText(rate.value)}`, set(rate, rate.value))] : []),
  ];
}
