import type { Entry, WrittenNetwork } from "../model/written.js";
import type { Network } from "../model/network.js";
import type { Setting } from "../model/setting.js";

/** The smallest piece of text that says something about a setting at an offset, in one network. */
export function entryAt(written: WrittenNetwork, offset: number): Entry | undefined {
  return written.entries
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .toSorted((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
}

/**
 * The resolved settings that are written at an address: one for `train.l2`, every layer's that inherits it for `defaults.activation`.
 */
export function settingsWrittenAt(network: Network, address: string): Setting<unknown>[] {
  const found: Setting<unknown>[] = [];
  const roots: unknown[] = [network.train, network.data, network.inputs, network.layers];
  for (const root of roots) collect(root, address, found, 0);
  return found;
}

/** Settings nest at most this deep: layer, wrapped layer, updater, schedule, value. */
const deepest = 8;

function collect(node: unknown, address: string, found: Setting<unknown>[], depth: number): void {
  if (typeof node !== "object" || node === null || depth > deepest) return;
  if (isSetting(node)) {
    if (node.address === address) found.push(node);
    collect(node.value, address, found, depth + 1);
    return;
  }
  for (const part of Object.values(node)) collect(part, address, found, depth + 1);
}

function isSetting(node: object): node is Setting<unknown> {
  return "origin" in node && "address" in node && "value" in node;
}
