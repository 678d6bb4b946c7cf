import type { Layer, Network } from "../../model/network.js";
import type { Setting } from "../../model/setting.js";
import type { Value } from "../../model/value.js";
import { innermost } from "../../resolve/layers-of.js";

/** Each written dropout once, as it is in force, with the layers that it reaches. */
export function keptShares({ layers }: Network): readonly { readonly keep: Layer["dropOut"]; readonly layers: readonly Layer[] }[] {
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    const { dropOut } = innermost(layer);
    if (dropOut?.range) groups.set(dropOut.address, [...(groups.get(dropOut.address) ?? []), layer]);
  }
  return [...groups.values()].map((group) => ({ keep: group[0] && innermost(group[0]).dropOut, layers: group }));
}

/** A dropout as the text has it: a builder's 0 is still 0 here. */
export interface WrittenDropout {
  readonly setting: Setting<Value>;
  /** `undefined` for the global one. */
  readonly layer: Layer | undefined;
}

/** The dropouts that stand in the text. */
export function writtenDropouts({ written, layers }: Network): readonly WrittenDropout[] {
  const global = written.defaults.dropOut;
  const own = written.layers.flatMap((layer) => {
    const setting = (layer.inner ?? layer).settings.dropOut;
    const inForce = layers.find(({ kindRange }) => kindRange.start === layer.kindRange.start);
    return setting ? [{ setting, layer: inForce }] : [];
  });
  return global ? [{ setting: global, layer: undefined }, ...own] : own;
}

/** Without the noise of binary fractions: 1 - 0.7 is 0.3. */
export function rounded(share: number): number {
  return Number(share.toFixed(10));
}

/** `0.8` → `80 %`. */
export function percent(share: number): string {
  return `${rounded(share * 100)} %`;
}
