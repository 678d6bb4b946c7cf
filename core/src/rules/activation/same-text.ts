import type { Layer } from "../../model/network.js";
import { innermost } from "../../resolve/layers-of.js";

/** Items whose layers take their activation, or the lack of one, from the same text: a global value, a loop, a helper method. */
export function bySameText<T>(items: readonly T[], layerOf: (item: T) => Layer): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const { activation, kindRange } = innermost(layerOf(item));
    const { start, end } = activation?.range ?? kindRange;
    const group = groups.get(`${start} ${end}`);
    if (group) group.push(item);
    else groups.set(`${start} ${end}`, [item]);
  }
  return [...groups.values()];
}

/** Names the layers that one text makes: `… (layers 0, 1 and 2).`; a single layer needs no name. */
export function namingLayers(message: string, layers: readonly Layer[]): string {
  if (layers.length < 2) return message;
  const names = layers.map(({ id }) => id);
  return `${message.replace(/\.$/, "")} (layers ${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}).`;
}
