import type { Layer, Network, Updater } from "../../model/network.js";
import type { Known, Setting } from "../../model/setting.js";
import { isCall, type Value } from "../../model/value.js";
import { isKnown } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";

/** An updater that stands in the text; `layer` where it stands on one. */
export interface WrittenUpdater {
  readonly updater: Known<Updater>;
  readonly layer: Layer | undefined;
}

/** Updaters that stand in the text, of the run and of layers, each once. */
export function writtenUpdaters({ train, layers }: Network): readonly WrittenUpdater[] {
  const own = layers.map((layer) => ({ updater: innermost(layer).updater, layer }));
  const all = [{ updater: train.updater, layer: undefined }, ...own];
  const known = all.flatMap(({ updater, layer }) => (isKnown(updater) && updater.origin !== "default" ? [{ updater, layer }] : []));
  return known.filter(({ updater }, index) => known.findIndex((other) => other.updater.address === updater.address) === index);
}

/**
 * The rate that stands inside an updater object, as the text has it.
 * In 0.9 it is not the one in force: `.learningRate(…)` or its default overwrites it.
 */
export function rateInside({ written }: Network, updater: Known<Updater>): Known<number> | undefined {
  const [section, index] = updater.address.split(".");
  const layer = written.layers[Number(index)];
  const setting = section === "train" ? written.train.updater : (layer?.inner ?? layer)?.settings.updater;
  const rate: Setting<Value> | undefined = isKnown(setting) && isCall(setting.value) ? setting.value.args.learningRate : undefined;
  return isKnown(rate) && typeof rate.value === "number" ? { ...rate, value: rate.value } : undefined;
}
