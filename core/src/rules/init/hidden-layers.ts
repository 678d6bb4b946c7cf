import type { Change } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { isKnown } from "../../model/setting.js";
import type { Call } from "../../model/value.js";
import { set } from "../define-rule.js";
import { isOutput as isOutputLayer } from "../../resolve/layers-of.js";

/** A layer with weights that are learnt, and the initialization in force for them. */
export interface InitializedLayer {
  /** The layer in the network; findings name it. */
  readonly outer: Layer;
  /** The layer that has the weights: `outer`, or what it wraps. */
  readonly layer: Layer;
  readonly weightInit: Known<string | Call>;
  readonly isOutput: boolean;
}

/** Wrappers whose layer does not learn. */
const frozen: ReadonlySet<string> = new Set(["FrozenLayer", "FrozenLayerWithBackprop"]);

/** Layers whose weights are learnt and whose initialization is known. */
export function initializedLayers({ layers, outputs }: Network): readonly InitializedLayer[] {
  return layers.flatMap((outer) => {
    const layer = outer.inner ?? outer;
    if (frozen.has(outer.kind) || !isKnown(layer.weightInit)) return [];
    return [{ outer, layer, weightInit: layer.weightInit, isOutput: outputs.includes(outer.name) || isOutputLayer(outer) }];
  });
}

/** `layer 0`, `layers 0, 1 and 2`: how messages name layers. */
export function layersText(layers: readonly Layer[]): string {
  const names = layers.map(({ id }) => id);
  const last = names.at(-1) ?? "";
  return names.length === 1 ? `layer ${last}` : `layers ${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Groups layers whose initialization is one text (a global value, a loop) or one unwritten default. */
export function byText(layers: readonly InitializedLayer[]): readonly (readonly InitializedLayer[])[] {
  const groups = new Map<string, InitializedLayer[]>();
  for (const layer of layers) {
    const { range, origin } = layer.weightInit;
    const key = range ? `${range.start} ${range.end}` : origin;
    const group = groups.get(key);
    if (group) group.push(layer);
    else groups.set(key, [layer]);
  }
  return [...groups.values()];
}

/** Gives all of them another initialization, each place once. */
export function setAll(layers: readonly InitializedLayer[], scheme: string): readonly Change[] {
  return [...new Set(layers.map(({ weightInit }) => weightInit.address))].map((address) => set(address, scheme));
}
