import type { Report } from "../define-rule.js";
import type { UsualRate } from "../../facts/learning-rates.js";
import type { Known } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { largestRate, rateDivisor, rateText, roundedRate } from "./judged-rate.js";
import { smallestInitialDeviation } from "../init/initial-deviation.js";
import { updatesInAll } from "../epochs/training-size.js";
import { updatersInForce } from "../../resolve/updaters.js";
import { adamFamily, usualRates } from "../../facts/learning-rates.js";

/** A learning rate with which the weights hardly move. */
export const tooLow = defineRule({
  id: "learning-rate/too-low",
  severity: "warning",
  options: { bounds: usualRates, timesBelowUsual: 100 },

  check({ network, options, report }) {
    for (const { name, learningRate } of updatersInForce(network)) {
      const usual = options.bounds[name];
      const rate = largestRate(learningRate);
      const divisor = rateDivisor(network, name);
      if (!usual || !rate || rate.origin === "default" || rate.value <= 0 || divisor === undefined) continue;
      const step = rate.value / divisor;
      if (step < usual.low) report({ ...small(name, rate, usual, divisor), severity: "warning" });
      else if (step < usual.from / options.timesBelowUsual) report({ ...small(name, rate, usual, divisor), severity: "info" });
      else if (adamFamily.has(name)) {
        const updates = updatesInAll(network);
        const deviation = smallestInitialDeviation(network);
        if (updates === undefined || deviation === undefined || step * updates >= deviation) continue;
        report(tooShort(name, rate, usual, divisor, { updates, deviation }));
      }
    }
  },
});

function small(name: string, rate: Known<number>, usual: UsualRate, divisor: number): Report {
  const least = roundedRate(usual.from * divisor);
  const divided = divisor === 1 ? "" : `, divided by the minibatch of ${divisor}`;
  return {
    at: rate,
    message: `A learning rate of ${rateText(rate.value)} is low for ${name}${divided}.`,
    detail:
      `Most networks train with ${name} between ${rateText(least)} and ${rateText(usual.to * divisor)}. ` +
      "Typical learning rates are in the range of 0.1 to 1e-6; with one that is too small, a network may learn very slowly, or not at all.",
    fixes: [preferred(suggest(`Set learning rate to ${rateText(least)}`, set(rate, least)))],
  };
}

/** An Adam-like updater moves a weight by about the rate in each update, whatever the gradient's size. */
function tooShort(
  name: string,
  rate: Known<number>,
  usual: UsualRate,
  divisor: number,
  run: { updates: number; deviation: number },
): Report {
  const enough = [usual.from, usual.to].find((usually) => usually * divisor > rate.value && usually * run.updates >= run.deviation);
  const value = enough === undefined ? undefined : roundedRate(enough * divisor);
  const way = (rate.value / divisor) * run.updates;
  return {
    at: rate,
    severity: "info",
    message: `A learning rate of ${rateText(rate.value)} moves a weight by ${Number(way.toPrecision(2))} at most in ${run.updates} updates of ${name}.`,
    detail:
      `The weights start with a standard deviation of ${Number(run.deviation.toPrecision(2))} or more, and ${name} moves each by about the learning rate in an update. ` +
      "With a rate that is too small, a network may learn very slowly, or not at all. A higher rate or more epochs let it get further.",
    fixes: value === undefined ? [] : [preferred(suggest(`Set learning rate to ${rateText(value)}`, set(rate, value)))],
  };
}
