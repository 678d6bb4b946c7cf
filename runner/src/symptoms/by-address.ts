import type { Setting } from "../../../core/src/model/setting.js";
import type { Anchor } from "../../../core/src/rules/define-rule.js";

/** What stands on one text, together: one value that serves several layers is one finding. */
export function byAddress<T extends { readonly at: Setting<unknown> | Anchor }>(all: readonly T[]): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = "anchor" in one.at ? (one.at.path ?? "") : one.at.address;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** `layer 2`, `layers 0 and 2`, `layers 0, 2 and 4`. */
export function layersText(ids: readonly string[]): string {
  const last = ids.at(-1) ?? "";
  return ids.length === 1 ? `layer ${last}` : `layers ${ids.slice(0, -1).join(", ")} and ${last}`;
}
