import { atLeast } from "../facts/versions.js";
import { isKnown, type Setting } from "../model/setting.js";
import { isCall, type Arguments, type Call, type Value } from "../model/value.js";
import type { LayerScope } from "./layer-settings.js";
import { byDefault, inherit, isString, typed } from "./make-setting.js";

const isInitialization = (value: unknown): value is string | Call => isString(value) || isCall(value as Value);

/**
 * How a layer's weights start. Up to 1.0.0-beta3 a distribution (`dist`) counts where the initialization in force is DISTRIBUTION, and each
 * of the two is inherited by itself; from beta4 on `dist` is another name of `weightInit`, and the later call counts.
 */
export function weightInitOf({ network, layer, base }: LayerScope): Setting<string | Call> {
  const path = `${base}.weightInit`;
  const { version } = network.framework;
  const { defaults } = network;
  if (atLeast(version, "1.0.0-beta4")) {
    const own = later(layer.settings);
    const global = later(defaults);
    return own ? typed(own, isInitialization, path) : global ? inherited(global, path) : usual(version, path);
  }
  const own = layer.settings.weightInit;
  const { dist } = layer.settings;
  if (!own && dist && saysDistribution(defaults)) return typed(dist, isInitialization, path);
  if (own)
    return isKnown(own) && own.value === "DISTRIBUTION" && defaults.dist
      ? inherited(defaults.dist, path)
      : typed(own, isInitialization, path);
  return defaults.weightInit ? inherited(defaults.weightInit, path) : usual(version, path);
}

function later({ weightInit, dist }: Arguments): Setting<Value> | undefined {
  if (!weightInit || !dist) return weightInit ?? dist;
  return (weightInit.range?.start ?? 0) > (dist.range?.start ?? 0) && weightInit.value !== "DISTRIBUTION" && !isCall(weightInit.value)
    ? weightInit
    : dist;
}

/** `weightInit(WeightInit.DISTRIBUTION)`, whose distribution the front end has put in its place where there is one. */
function saysDistribution({ weightInit, dist }: Arguments): boolean {
  return isKnown(weightInit) && (weightInit.value === "DISTRIBUTION" || (dist !== undefined && weightInit.value === dist.value));
}

function inherited(setting: Setting<Value>, path: string): Setting<string | Call> {
  return inherit(typed(setting, isInitialization), path);
}

function usual(version: string, path: string): Setting<string | Call> {
  return byDefault<string | Call>(atLeast(version, "0.4-rc3.8") ? "XAVIER" : "VI", path);
}
