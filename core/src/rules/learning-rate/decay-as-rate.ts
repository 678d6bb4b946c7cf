import type { Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { adamFamily, usualRates } from "../../facts/learning-rates.js";
import { isOldApi } from "../../facts/versions.js";
import { rateText } from "./judged-rate.js";
import { rateInside, writtenUpdaters, type WrittenUpdater } from "./written-updaters.js";

/** `new RmsProp(0.95)`: the one number of an updater is its learning rate, and this one looks like a decay. */
export const decayAsRate = defineRule({
  id: "learning-rate/decay-as-rate",
  severity: "error",
  notations: ["java", "kotlin"],
  options: { meantAsDecay: 0.5 },

  check({ network, options, report }) {
    for (const written of writtenUpdaters(network)) {
      const { name } = written.updater.value;
      const rate = oneArgument(network, written);
      if (!rate || rate.value < options.meantAsDecay || rate.value >= 1) continue;
      if (name !== "RmsProp" && !adamFamily.has(name)) continue;
      const isOverwritten = isOldApi(network.framework.version);
      const usual = usualRates[name]?.to;
      report({
        at: rate,
        ...(written.layer && { layer: written.layer }),
        severity: isOverwritten ? "info" : "error",
        message: `new ${name}(${rateText(rate.value)}) sets the learning rate, not the decay, to ${rateText(rate.value)}.`,
        detail: isOverwritten
          ? `In ${network.framework.version} the rate inside an updater is overwritten by .learningRate(…), so that the number has no effect at all.`
          : `The decay keeps its default (${name === "RmsProp" ? "rmsDecay 0.95" : "beta1 0.9, beta2 0.999"}). With a learning rate that is too large, a network may learn very poorly, or not at all.`,
        fixes:
          isOverwritten || usual === undefined ? [] : [preferred(suggest(`Set learning rate to ${rateText(usual)}`, set(rate, usual)))],
      });
    }
  },
});

/** The number of a constructor with one number, as the text has it: in 0.9 the rate in force is another. */
function oneArgument(network: Network, { updater }: WrittenUpdater): Known<number> | undefined {
  const { range } = updater;
  const uses = network.written.apiUses.filter(
    ({ kind, argumentCount, owner, range: at }) =>
      kind === "constructor" &&
      argumentCount === 1 &&
      owner === updater.value.name &&
      range &&
      range.start <= at.start &&
      at.end <= range.end,
  );
  return uses.length > 0 ? rateInside(network, updater) : undefined;
}
