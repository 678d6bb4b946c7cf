import type { Fix } from "../../../core/src/model/change.js";
import type { Network } from "../../../core/src/model/network.js";
import type { RunHistory } from "../run/history.js";
import { causesOf, joinedFixes } from "./cause.js";
import { deadLayers } from "./dead-units.js";
import { higherRate, isTooHigh, lowerRate, rateInForce } from "./rate.js";
import { saturatedLayers } from "./saturated-units.js";
import { median, type Symptom } from "./symptom.js";
import { outsideRatios, updateRatioOptions, type OutsideRatio } from "./update-ratio.js";

/** Why a network does not learn: where to say it, in a sentence, and how to repair it. */
export interface Reason extends Pick<Symptom, "at" | "fixes"> {
  readonly sentence: string;
}

/**
 * The best explanation of a loss that does not fall: what the config says wrong, else what was measured, else the rate.
 */
export function reasonOf(history: RunHistory, network: Network): Reason {
  const [cause] = causesOf(history, network);
  if (cause) {
    // By how much a rate is wrong is better measured than supposed.
    const measured = cause.rule.startsWith("learning-rate/too-") ? byRate(history, network).fixes : [];
    return { at: cause.at, fixes: measured.length > 0 ? measured : joinedFixes(cause.fixes), sentence: `${cause.message} (${cause.rule})` };
  }
  const [dead] = deadLayers(history, network);
  if (dead) return { at: dead.at, fixes: [], sentence: `Layer ${dead.layer.id} is dead: no gradient passes it.` };
  const [saturated] = saturatedLayers(history, network);
  if (saturated)
    return { at: saturated.at, fixes: [], sentence: `Layer ${saturated.layer.id} is saturated: hardly any gradient passes it.` };
  return byRate(history, network);
}

function byRate(history: RunHistory, network: Network): Reason {
  const rate = rateInForce(network);
  const outside = outsideRatios(history, network);
  const isLarge = outside.some(({ isHigh }) => isHigh);
  const said = (sentence: string, fixes: readonly Fix[]): Reason => ({ at: rate.at, sentence, fixes });
  if (isLarge || isTooHigh(rate))
    return said(
      "The updates are large beside the weights: the learning rate is too high, the network jumps instead of settling.",
      calmerRate(history, network),
    );
  if (outside.length > 0)
    return said("The updates are tiny beside the weights: the learning rate is too low.", higherRate(rate, factorOf(outside)));
  return said("Look at the learning rate, at how inputs and labels are scaled, at activations and initial weights.", []);
}

const factorOf = (outside: readonly OutsideRatio[]) => 10 ** Math.abs(median(outside.map(({ ratio }) => ratio)) - updateRatioOptions.ideal);

/** A lower rate for the network: by as much as the updates are too large, else a tenth. */
export function calmerRate(history: RunHistory, network: Network): Fix[] {
  const large = outsideRatios(history, network).filter(({ isHigh }) => isHigh);
  return lowerRate(rateInForce(network), large.length > 0 ? 1 / factorOf(large) : 0.1);
}

/** True where updates are far from the usual size, dead or saturated layers stand in the way, or the config explains it. */
export function hasReason(history: RunHistory, network: Network): boolean {
  return (
    causesOf(history, network).length > 0 ||
    deadLayers(history, network).length > 0 ||
    saturatedLayers(history, network).length > 0 ||
    outsideRatios(history, network).length > 0
  );
}
