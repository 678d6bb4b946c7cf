import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
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
      const run = adamFamily.has(name) ? lengthOf(network) : undefined;
      if (step < usual.low) report({ ...small(name, rate, usual, divisor, run), severity: "warning" });
      else if (step < usual.from / options.timesBelowUsual) report({ ...small(name, rate, usual, divisor, run), severity: "info" });
      else if (run && step * run.updates < run.deviation) report(tooShort(name, rate, usual, divisor, run));
    }
  },
});

/** How far a run can take the weights: its updates, against the deviation that the weights start with. */
interface RunLength {
  readonly updates: number;
  readonly deviation: number;
}

function lengthOf(network: Network): RunLength | undefined {
  const updates = updatesInAll(network);
  const deviation = smallestInitialDeviation(network);
  return updates === undefined || deviation === undefined ? undefined : { updates, deviation };
}

/** The lowest usual rate with which the run gets somewhere; `undefined` where it is too short for any. */
function enoughFor(run: RunLength | undefined, rate: Known<number>, usual: UsualRate, divisor: number): number | undefined {
  const enough = [usual.from, usual.to].find(
    (usually) => usually * divisor > rate.value && (!run || usually * run.updates >= run.deviation),
  );
  return enough === undefined ? undefined : roundedRate(enough * divisor);
}

function fixesTo(rate: Known<number>, value: number | undefined): Fix[] {
  return value === undefined ? [] : [preferred(suggest(`Set learning rate to ${rateText(value)}`, set(rate, value)))];
}

function small(name: string, rate: Known<number>, usual: UsualRate, divisor: number, run: RunLength | undefined): Report {
  const divided = divisor === 1 ? "" : `, divided by the minibatch of ${divisor}`;
  return {
    at: rate,
    message: `A learning rate of ${rateText(rate.value)} is low for ${name}${divided}.`,
    detail:
      `Most networks train with ${name} between ${rateText(roundedRate(usual.from * divisor))} and ${rateText(usual.to * divisor)}. ` +
      "Typical learning rates are in the range of 0.1 to 1e-6; with one that is too small, a network may learn very slowly, or not at all.",
    fixes: fixesTo(rate, enoughFor(run, rate, usual, divisor)),
  };
}

/** An Adam-like updater moves a weight by about the rate in each update, whatever the gradient's size. */
function tooShort(name: string, rate: Known<number>, usual: UsualRate, divisor: number, run: RunLength): Report {
  const way = (rate.value / divisor) * run.updates;
  return {
    at: rate,
    severity: "info",
    message: `A learning rate of ${rateText(rate.value)} moves a weight by ${Number(way.toPrecision(2))} at most in ${run.updates} updates of ${name}.`,
    detail:
      `The weights start with a standard deviation of ${Number(run.deviation.toPrecision(2))} or more, and ${name} moves each by about the learning rate in an update. ` +
      "With a rate that is too small, a network may learn very slowly, or not at all. A higher rate or more epochs let it get further.",
    fixes: fixesTo(rate, enoughFor(run, rate, usual, divisor)),
  };
}
