import { isSetting, type Network, type Setting } from "../../../core/src/model/index.js";

/** A setting found by its path in `inspect`'s JSON: `layers.1.activation`, `train.updater.learningRate`. */
export function settingAt(network: Network, path: string): Setting<unknown> | undefined {
  let node: unknown = network;
  for (const part of path.split(".")) node = child(node, part);
  return isSetting(node) ? node : undefined;
}

/** Steps into a part: through a setting's value, a call's arguments, and what a layer has beside its usual settings. */
function child(node: unknown, part: string): unknown {
  const inside = isSetting(node) ? node.value : node;
  if (typeof inside !== "object" || inside === null) return undefined;
  for (const holder of [inside, property(inside, "args"), property(inside, "more")]) {
    const found = typeof holder === "object" && holder !== null ? property(holder, part) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function property(holder: object, name: string): unknown {
  return Object.entries(holder).find(([key]) => key === name)?.[1];
}

/** A setting's value without places and origins, as text that can be compared. */
export function valueText(setting: Setting<unknown>): string {
  return JSON.stringify(setting, (_, node: unknown) => (isSetting(node) ? node.value : node));
}
