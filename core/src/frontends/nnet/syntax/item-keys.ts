import type { ItemNode, KindNode } from "./tree.js";
import type { Key } from "../vocabulary/shapes.js";
import { keysOf, layerKinds } from "../vocabulary/layers.js";
import { findLayerKind } from "../vocabulary/lookup.js";
import { sectionKeys } from "../vocabulary/sections.js";

/** The keys that the block of an item may have. */
export function itemKeys(item: ItemNode): readonly Key[] {
  if (item.kind === "section") return sectionKeys[item.section];
  return item.kind === "layer" ? layerKeys(item.layerKind) : [];
}

/** The keys that the block of a layer may have: those of what it wraps, then its own; of an unknown kind all there are. */
export function layerKeys(kindNode: KindNode | null): readonly Key[] {
  const kind = kindNode === null ? undefined : findLayerKind(kindNode.name.text);
  if (kind === undefined) return layerKinds.flatMap(keysOf);
  const inner = kindNode?.args[0];
  return kind.wraps === true && inner?.kind === "kind" ? [...layerKeys(inner), ...kind.keys] : keysOf(kind);
}
