import type { Layer, Network, Rate, Updater } from "../../../core/src/model/network.js";
import { isKnown, type Known, type Setting } from "../../../core/src/model/setting.js";
import { isCall, type Value } from "../../../core/src/model/value.js";
import { judgedRates } from "../../../core/src/rules/learning-rate/judged-rate.js";
import { Refusal } from "./refusal.js";

/**
 * The same network with another learning rate where `place` has one: in the run's updater and in every layer that takes it from there.
 * Layers with a rate of their own keep it. A schedule keeps its course and starts at the new rate.
 * @throws Refusal for a schedule that has no first value
 */
export function withLearningRate(network: Network, place: Setting<Rate>, rate: number): Network {
  const changed = (setting: Setting<Updater>): Setting<Updater> => {
    const own = isKnown(setting) ? setting.value.learningRate : undefined;
    if (!isKnown(setting) || own?.address !== place.address) return setting;
    return { ...setting, value: { ...setting.value, learningRate: atRate(own, rate) } };
  };
  const inLayer = (layer: Layer): Layer => ({
    ...layer,
    ...(layer.updater && { updater: changed(layer.updater) }),
    ...(layer.inner && { inner: inLayer(layer.inner) }),
  });
  return { ...network, train: { ...network.train, updater: changed(network.train.updater) }, layers: network.layers.map(inLayer) };
}

function atRate(setting: Setting<Rate>, rate: number): Known<Rate> {
  const { range, path, address } = setting;
  const known = { origin: "explicit", range, path, address } as const;
  if (!isKnown(setting) || !isCall(setting.value)) return { ...known, value: rate };
  const [first] = judgedRates(setting);
  if (!first) throw new Refusal(path, `the schedule ${setting.value.name} has no first value that another rate could take the place of`);
  const values = new Map(judgedRates(setting).map((one) => [one.address, one.value * (rate / first.value)]));
  const args = Object.entries(setting.value.args).map(([key, argument]): [string, Setting<Value>] => {
    const value = values.get(argument.address);
    return [key, value === undefined ? argument : { ...argument, origin: "explicit", value }];
  });
  return { ...known, value: { ...setting.value, args: Object.fromEntries(args) } };
}
