import { isKnown, valueOf, type Setting } from "../model/setting.js";
import { atLeast } from "../facts/versions.js";
import type { LayerScope, LayerSettings } from "./layer-settings.js";
import { byDefault, inherit, isNumber, isNumberList, isString, typed } from "./make-setting.js";
import { optional } from "./train.js";

/** Sizes of the sliding window; a kernel that has to be written and is not, is left out. */
export function windowSettings({ network, layer, base, facts }: LayerScope, dimensions: 1 | 2 | 3): Partial<LayerSettings> {
  const each = (value: number) => new Array<number>(dimensions).fill(value);
  // From 1.0.0-beta4 on one number stands for all dimensions (`ValidationUtils.validate2NonNegative`, …).
  const spread = (sizes: readonly number[]) => {
    const [only, another] = sizes;
    const isShort = only !== undefined && another === undefined && atLeast(network.framework.version, "1.0.0-beta4");
    return isShort ? each(only) : sizes;
  };
  const list = (key: "kernel" | "stride" | "padding" | "dilation", usual: readonly number[] | undefined) => {
    const path = `${base}.${key}`;
    const own = layer.settings[key] && typed(layer.settings[key], isNumberList, path);
    if (own) return optional(key, isKnown(own) ? { ...own, value: spread(own.value) } : own);
    return optional(key, usual && byDefault(usual, path));
  };
  return {
    ...list("kernel", facts.window?.kernel),
    ...list("stride", facts.window?.stride),
    ...list("padding", each(0)),
    ...list("dilation", each(1)),
  };
}

/** Borders that padding and cropping layers have: ends by dimension. */
const ends: Readonly<Record<string, number>> = {
  ZeroPadding1DLayer: 2,
  ZeroPaddingLayer: 4,
  ZeroPadding3DLayer: 6,
  Cropping1D: 2,
  Cropping2D: 4,
  Cropping3D: 6,
};

/**
 * The border of a padding or cropping layer with both ends of each dimension: one number stands for all ends, one for
 * each dimension for both of its ends (`ZeroPaddingLayer.Builder(1, 2)` is `[1, 1, 2, 2]`).
 */
export function borderOf({ layer, base }: LayerScope, key: "padding" | "cropping"): Setting<readonly number[]> | undefined {
  const own = layer.settings[key];
  if (!own) return undefined;
  const setting = typed(own, isNumberList, `${base}.${key}`);
  const count = ends[layer.kind];
  if (!isKnown(setting) || count === undefined) return setting;
  const sizes = setting.value;
  const [only = 0, another] = sizes;
  if (another === undefined) return { ...setting, value: new Array<number>(count).fill(only) };
  return sizes.length * 2 === count ? { ...setting, value: sizes.flatMap((size) => [size, size]) } : setting;
}

/** The convolution mode, or how a `Bidirectional` joins its directions. */
export function modeOf({ network, layer, base, facts }: LayerScope): Setting<string> | undefined {
  const path = `${base}.mode`;
  const own = layer.settings.mode ?? layer.settings.convolutionMode;
  if (own) return typed(own, isString, path);
  if (layer.kind === "Bidirectional") return byDefault("CONCAT", path);
  if (!facts.kernel) return undefined;
  if (layer.kind.startsWith("LocallyConnected")) return byDefault("Same", path);
  if (layer.kind === "Subsampling3DLayer" && atLeast(network.framework.version, "1.0.0-beta2")) return byDefault("Same", path);
  const global = network.defaults.convolutionMode;
  if (global) return inherit(typed(global, isString), path);
  return byDefault(atLeast(network.framework.version, "0.7.0") ? "Truncate" : "Strict", path);
}

export function poolingSettings({ layer, base, facts }: LayerScope): Partial<LayerSettings> {
  const { pooling, pnorm } = layer.settings;
  if (facts.category !== "pooling") return {};
  const kind = pooling ? typed(pooling, isString, `${base}.pooling`) : byDefault("MAX", `${base}.pooling`);
  if (pnorm) return { pooling: kind, pnorm: typed(pnorm, isNumber, `${base}.pnorm`) };
  return valueOf(kind) === "PNORM" ? { pooling: kind, pnorm: byDefault(2, `${base}.pnorm`) } : { pooling: kind };
}
