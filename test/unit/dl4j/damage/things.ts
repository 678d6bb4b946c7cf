import {
  isCall,
  isKnown,
  type ParsedFile,
  type Range,
  type Setting,
  type Value,
  type WrittenLayer,
} from "../../../../core/src/model/index.js";
import { plain } from "../reading.js";

/** Something that is read from a text: a network, a layer's kind, a setting. */
export interface Thing {
  readonly kind: "network" | "setting";
  /** What it is, without its place among the layers: layers before it may be lost. */
  readonly name: string;
  readonly range: Range;
  /** JSON of the value. */
  readonly value: string;
  /** The constant that it was read from. */
  readonly definedAt?: Range;
  /** What makes it part of a network: the constructor of the builder, and the call that puts its layer in (`.layer(0, hidden.build())`). */
  readonly through: readonly Range[];
}

/** Everything that is read and stands in the text itself. */
export function thingsOf({ networks }: ParsedFile): Thing[] {
  const things: Thing[] = [];
  const setting = (key: string, one: Setting<Value> | null | undefined, through: readonly Range[]): void => {
    if (!one?.range) return;
    const definedAt = one.definedAt?.range;
    const value = isKnown(one) ? JSON.stringify(plain(one.value)) : "unknown";
    things.push({ kind: "setting", name: key, range: one.range, value, through, ...(definedAt && { definedAt }) });
    if (isCall(one.value)) for (const [name, part] of Object.entries(one.value.args)) setting(`${key}.${name}`, part, through);
  };
  const layer = (one: WrittenLayer, through: readonly Range[]): void => {
    things.push({ kind: "setting", name: "kind", range: one.kindRange, value: one.kind, through });
    for (const [key, part] of Object.entries(one.settings)) setting(key, part, through);
    if (one.inner) layer(one.inner, through);
  };
  for (const network of networks) {
    const through = [network.anchors.network];
    things.push({ kind: "network", name: network.kind, range: network.range, value: "", through });
    for (const section of [network.train, network.defaults]) for (const [key, part] of Object.entries(section)) setting(key, part, through);
    for (const { type } of network.inputs) setting("input", type, through);
    network.layers.forEach((one, index) => {
      const link = network.entries.find(({ address }) => address === `layers.${String(index)}`);
      layer(one, link ? [...through, link.range] : through);
    });
  }
  return things;
}
