import type { Fix } from "../../../core/src/model/change.js";
import type { Layer, Network, Rate } from "../../../core/src/model/network.js";
import { isKnown, type Setting } from "../../../core/src/model/setting.js";
import { innermost, isFrozen } from "../../../core/src/resolve/layers-of.js";
import { preferred, set, suggest, type Anchor } from "../../../core/src/rules/define-rule.js";

/** The setting of the learning rate that moves a layer's weights; the network's for no layer. The word `train` where there is none. */
export function rateInForce({ train, layers, anchors }: Network, layer?: Layer): Setting<Rate> | Anchor {
  const moving = layer ?? layers.find((one) => innermost(one).updater !== undefined && !isFrozen(one));
  const updater = moving ? innermost(moving).updater : undefined;
  const own = isKnown(updater) ? updater.value.learningRate : undefined;
  const shared = isKnown(train.updater) ? train.updater.value.learningRate : undefined;
  // Without a layer the run's own rate is meant, where it has one.
  return (layer ? own : (shared ?? own)) ?? { anchor: anchors.train, path: "train.updater" };
}

/** Offers the rate in force times `factor`, as the power of ten, or two or five times one, that is nearest. Schedules are left alone. */
export function otherRate(rate: Setting<Rate> | Anchor, factor: number): Fix[] {
  if ("anchor" in rate || !isKnown(rate) || typeof rate.value !== "number" || rate.value <= 0) return [];
  const value = roundRate(rate.value * factor);
  return value === rate.value ? [] : [preferred(suggest(`Set learning rate to ${value}`, set(rate, value)))];
}

/** 1, 2 or 5 times a power of ten. */
export function roundRate(rate: number): number {
  const exponent = Math.floor(Math.log10(rate));
  const digits = rate / 10 ** exponent;
  const nearest = digits < Math.SQRT2 ? 1 : digits < Math.sqrt(10) ? 2 : digits < Math.sqrt(50) ? 5 : 10;
  return Number(`${nearest}e${exponent}`);
}
