import type { Network, Updater } from "../../model/network.js";
import type { Known, Setting } from "../../model/setting.js";
import { defineRule, isKnown, preferred, safe, set, suggest } from "../define-rule.js";
import { rateText } from "./judged-rate.js";
import { writtenUpdaters } from "./written-updaters.js";
import { isOldApi } from "../../facts/versions.js";
import { usualRates } from "../../facts/learning-rates.js";

/** `new Nesterovs(x)`: its one number is the momentum. */
export const momentumAsRate = defineRule({
  id: "learning-rate/momentum-as-rate",
  severity: "warning",
  notations: ["java", "kotlin"],
  options: { meantAsMomentum: 0.5, momentum: 0.9 },

  check({ network, options, report }) {
    for (const { updater } of writtenUpdaters(network)) {
      const momentum = momentumOfOneArgument(network, updater);
      if (momentum === undefined || !isKnown(updater.value.learningRate)) continue;
      const { value } = momentum;
      const rate = updater.value.learningRate.value;
      if (typeof rate !== "number") continue;
      const meant = value >= options.meantAsMomentum;
      report({
        at: momentum,
        severity: meant ? "info" : "warning",
        message: `new Nesterovs(${rateText(value)}) sets the momentum to ${rateText(value)}; the learning rate stays ${rateText(rate)}.`,
        detail:
          "Nesterovs is the only updater whose one number is not the learning rate. " +
          "The learning rate is one of the most important settings, if not the most important one: write both, the rate first.",
        fixes: meant ? writeBoth(network, updater, rate, value) : swap(network, updater, value, options.momentum),
      });
    }
  },
});

/** The momentum that a constructor with one number gave, where no learning rate was written anywhere. */
export function momentumOfOneArgument({ written }: Network, updater: Known<Updater>): Known<number> | undefined {
  const { name, momentum, learningRate } = updater.value;
  const range = updater.range;
  if (name !== "Nesterovs" || !isKnown(momentum) || momentum.origin === "default" || learningRate?.origin !== "default" || !range)
    return undefined;
  const { value } = momentum;
  if (typeof value !== "number") return undefined;
  const oneArgument = written.apiUses.some(
    (use) =>
      use.kind === "constructor" &&
      use.owner === "Nesterovs" &&
      use.argumentCount === 1 &&
      range.start <= use.range.start &&
      use.range.end <= range.end,
  );
  return oneArgument ? { ...momentum, value } : undefined;
}

/** Momentum was meant: the rate in force is written beside it. Left out where the momentum itself is wrong. */
function writeBoth(network: Network, updater: Known<Updater>, rate: number, momentum: number) {
  if (momentum >= 1) return [];
  return [
    safe(`Write the learning rate: new Nesterovs(${rateText(rate)}, ${rateText(momentum)})`, ...changes(network, updater, rate, momentum)),
  ];
}

/** A rate was meant: it becomes the rate, as far as Nesterovs bears it. */
function swap(network: Network, updater: Known<Updater>, meantRate: number, momentum: number) {
  const highest = usualRates.Nesterovs?.to ?? meantRate;
  if (meantRate <= 0) return [];
  const rate = Math.min(meantRate, highest);
  const title = `Set learning rate to ${rateText(rate)} and momentum to ${rateText(momentum)}`;
  return [preferred(suggest(title, ...changes(network, updater, rate, momentum)))];
}

/** In 0.9 the rate inside an updater object is overwritten by `.learningRate(…)`, so it is written there. */
function changes({ framework }: Network, updater: Setting<Updater>, learningRate: number, momentum: number) {
  const both = set(updater, { name: "Nesterovs", args: { learningRate, momentum } });
  return isOldApi(framework.version) ? [set(updater.address.replace(/updater$/, "learningRate"), learningRate), both] : [both];
}
