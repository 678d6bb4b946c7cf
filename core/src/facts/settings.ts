import { dataSettings } from "./settings/data-settings.js";
import { layerSettings } from "./settings/layer-settings.js";
import type { SettingFacts } from "./settings/setting-facts.js";
import { trainSettings } from "./settings/train-settings.js";
import { updateSettings } from "./settings/update-settings.js";

export type { GuidelineSection, SettingFacts } from "./settings/setting-facts.js";

/** The sections' own words, then what any part may say. */
const tables = {
  data: [dataSettings, trainSettings],
  train: [trainSettings, updateSettings],
  defaults: [layerSettings],
  inputs: [layerSettings],
  layers: [layerSettings, updateSettings],
} as const;

/**
 * What the setting at a path or address is: `train.l2`, `layers.0.inner.updater.learningRate`, `data.normalize`.
 * @param kind the layer's class, where the path lies in a layer: some keys mean different things by kind
 * @returns `undefined` for keys that have no text, such as the arguments of a data source
 */
export function settingFacts(path: string, kind?: string): SettingFacts | undefined {
  const [section = "", ...rest] = path.split(".").filter((part) => !/^\d+$/.test(part) && part !== "inner");
  const key = rest.at(-1);
  if (key === undefined || !isSection(section)) return undefined;
  // A convolution's mode is the global convolution mode of one layer.
  const name = key === "mode" && kind !== "Bidirectional" ? "convolutionMode" : key;
  const candidates = kind === undefined ? [name] : [`${kind}.${name}`, name];
  for (const candidate of candidates) for (const table of tables[section]) if (Object.hasOwn(table, candidate)) return table[candidate];
  return undefined;
}

function isSection(section: string): section is keyof typeof tables {
  return Object.hasOwn(tables, section);
}
