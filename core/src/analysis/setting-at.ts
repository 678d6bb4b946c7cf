import type { Entry, WrittenNetwork } from "../model/written.js";
import type { Network } from "../model/network.js";
import { contains } from "../model/range.js";
import { isSetting, type Setting } from "../model/setting.js";

/** The pieces of text around an offset that say something about a setting, the smallest first. */
export function entriesAt(written: WrittenNetwork, offset: number): Entry[] {
  return written.entries
    .filter(({ range }) => contains(range, offset))
    .toSorted((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
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
