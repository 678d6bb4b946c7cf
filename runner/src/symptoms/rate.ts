import type { Fix } from "../../../core/src/model/change.js";
import type { Layer, Network, Rate } from "../../../core/src/model/network.js";
import { isKnown, type Setting } from "../../../core/src/model/setting.js";
import { usualRates, type UsualRate } from "../../../core/src/facts/learning-rates.js";
import { innermost, isFrozen } from "../../../core/src/resolve/layers-of.js";
import { preferred, set, suggest, type Anchor } from "../../../core/src/rules/define-rule.js";
import { rateDivisor, rateText } from "../../../core/src/rules/learning-rate/judged-rate.js";

/** The learning rate that moves a layer's weights, and what its updater usually takes. */
export interface RateInForce {
  /** The word `train` where the updater has no rate, or it is unknown. */
  readonly at: Setting<Rate> | Anchor;
  /** `undefined` for schedules, and where the text does not say it. */
  readonly value?: number;
  /** In the terms of what is written: up to 0.9.1 some updaters' rates are divided by the minibatch. */
  readonly usual?: UsualRate;
}

/** The rate of a layer; of the network for no layer. */
export function rateInForce(network: Network, layer?: Layer): RateInForce {
  const { train, layers, anchors } = network;
  const moving = layer ?? layers.find((one) => innermost(one).updater !== undefined && !isFrozen(one));
  const own = moving ? innermost(moving).updater : undefined;
  // Without a layer the run's own rate is meant, where it has one.
  const isShared = !layer || (isKnown(own) && own.value.learningRate?.address.startsWith("train.") === true);
  const updater = isShared && isKnown(train.updater) && train.updater.value.learningRate ? train.updater : own;
  const rate = isKnown(updater) ? updater.value.learningRate : undefined;
  if (!isKnown(updater) || !rate) return { at: { anchor: anchors.train, path: "train.updater" } };
  const value = isKnown(rate) && typeof rate.value === "number" && rate.value > 0 ? rate.value : undefined;
  const usual = usualRates[updater.value.name];
  const divisor = rateDivisor(network, updater.value.name);
  return { at: rate, ...(value !== undefined && { value }), ...(usual && divisor !== undefined && { usual: times(usual, divisor) }) };
}

function times({ low, from, to, high }: UsualRate, divisor: number): UsualRate {
  return { low: low * divisor, from: from * divisor, to: to * divisor, high: high * divisor };
}

/** True for a rate above what the updater bears. */
export function isTooHigh({ value, usual }: RateInForce): boolean {
  return value !== undefined && usual !== undefined && value > usual.high;
}

/** True where the rate, raised so much, would still be one that the updater usually takes: so that the rate can be what is at fault. */
export function canRise({ value, usual }: RateInForce, factor: number): boolean {
  return value !== undefined && (usual === undefined || (value < usual.to && value * factor <= 10 * usual.to));
}

/** Offers a lower rate: about this share of the one in force, and one that the updater usually takes. */
export function lowerRate({ at, value, usual }: RateInForce, share: number): Fix[] {
  if (value === undefined || "anchor" in at) return [];
  const wanted = usual && value * share > usual.to ? usual.to : value * share;
  return written(at, value, usual ? Math.max(wanted, 10 * usual.low) : wanted, (next) => next < value);
}

/** Offers a higher rate, within what the updater usually takes. */
export function higherRate({ at, value, usual }: RateInForce, factor: number): Fix[] {
  if (value === undefined || "anchor" in at) return [];
  return written(at, value, Math.min(value * factor, usual?.to ?? Infinity), (next) => next > value);
}

function written(at: Setting<Rate>, now: number, wanted: number, isBetter: (next: number) => boolean): Fix[] {
  const next = roundRate(wanted);
  return isBetter(next) && next !== now ? [preferred(suggest(`Set learning rate to ${rateText(next)}`, set(at, next)))] : [];
}

/** 1, 2 or 5 times a power of ten. */
export function roundRate(rate: number): number {
  const exponent = Math.floor(Math.log10(rate));
  const digits = rate / 10 ** exponent;
  const nearest = digits < Math.SQRT2 ? 1 : digits < Math.sqrt(10) ? 2 : digits < Math.sqrt(50) ? 5 : 10;
  return Number(`${nearest}e${exponent}`);
}
