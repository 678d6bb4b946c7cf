import type { BlockNode, InputNode, LayerNode, NetworkNode, SectionName, ValueNode } from "../syntax/tree.js";
import { layerKeys } from "../syntax/item-keys.js";
import type { Key, Parameter } from "../vocabulary/shapes.js";
import { settingOf } from "../vocabulary/shapes.js";
import { findVertexKind, wordShapes } from "../vocabulary/lookup.js";
import { dataKeys, defaultsKeys, inputType, trainKeys } from "../vocabulary/sections.js";

/** What an address points at: a key of a section or layer, and the way on into its value. */
export interface Target {
  readonly owner: Owner;
  readonly key: Key;
  /** Keys in canonical order. */
  readonly order: readonly string[];
  /** Arguments within the value, outermost first. */
  readonly path: readonly string[];
}

export type Owner =
  | { readonly kind: "section"; readonly section: SectionName }
  | { readonly kind: "layer"; readonly node: LayerNode }
  | { readonly kind: "vertex"; readonly node: LayerNode; readonly argument: number }
  | { readonly kind: "input"; readonly index: number };

/** Finds what the address means in the network; `null` where the language has no such setting. */
export function locate(network: NetworkNode, address: string): Target | null {
  const [place = "", ...path] = address.split(".");
  switch (place) {
    case "data":
      return withKey({ kind: "section", section: "data" }, dataKeys, path);
    case "train":
      return withKey({ kind: "section", section: "train" }, trainKeys, path);
    case "defaults":
      return withKey({ kind: "section", section: "defaults" }, defaultsKeys, path);
    case "inputs":
      return path[1] === "type" ? inputTarget(Number(path[0]), path.slice(2)) : null;
    case "layers":
      return layerTarget(network, path);
    default:
      return null;
  }
}

function inputTarget(index: number, path: readonly string[]): Target {
  return { owner: { kind: "input", index }, key: { key: "input", shape: inputType }, order: [], path };
}

function layerTarget(network: NetworkNode, path: readonly string[]): Target | null {
  const node = layersOf(network)[Number(path[0])];
  if (node === undefined) return null;
  const within = path.slice(1).filter((part, index, all) => !(part === "inner" && all.slice(0, index).every((one) => one === "inner")));
  const isVertex = node.layerKind !== null && node.kind === "vertex" && findVertexKind(node.layerKind.name.text) !== undefined;
  return isVertex ? vertexTarget(node, within) : withKey({ kind: "layer", node }, layerKeys(node.layerKind), within);
}

function vertexTarget(node: LayerNode, [name, ...path]: readonly string[]): Target | null {
  const kind = findVertexKind(node.layerKind?.name.text ?? "");
  const argument = kind?.parameters.findIndex(({ name: own, key = own }) => key === name) ?? -1;
  const parameter = kind?.parameters[argument];
  if (parameter === undefined || kind?.variadic === true) return null;
  return { owner: { kind: "vertex", node, argument }, key: { key: parameter.name, shape: parameter.shape }, order: [], path };
}

function withKey(owner: Owner, keys: readonly Key[], [name, ...path]: readonly string[]): Target | null {
  if (name === undefined) return null;
  const order = keys.map(({ key }) => key);
  const key = keys.find((one) => settingOf(one) === name);
  if (key !== undefined) return { owner, key, order, path };
  const holder = keys.find((one) => besideParameter(one, name) !== undefined);
  return holder === undefined ? null : { owner, key: holder, order, path: [name, ...path] };
}

/** The parameter in a key's value that is this setting: the threshold in `clipL2PerLayer(1.0)`. */
export function besideParameter(key: Key, setting: string): Parameter | undefined {
  const parameters = wordShapes(key.shape).flatMap(({ words }) => words.flatMap((word) => word.parameters ?? []));
  return parameters.find((parameter) => parameter.setting === setting);
}

export function layersOf(network: NetworkNode): readonly LayerNode[] {
  return network.items.filter((item): item is LayerNode => item.kind === "layer" || item.kind === "vertex");
}

/** The block that holds the owner's properties; `null` where there is none yet. */
export function blockOf(network: NetworkNode, owner: Owner): BlockNode | null {
  if (owner.kind === "layer") return owner.node.block;
  if (owner.kind !== "section") return null;
  return network.items.find((item) => item.kind === "section" && item.section === owner.section)?.block ?? null;
}

/** The place of the input with this index: the item, and the entry in its block where it has one. */
export function inputAt(network: NetworkNode, index: number): { readonly item: InputNode; readonly value: ValueNode | null } | null {
  let at = 0;
  for (const item of network.items) {
    if (item.kind !== "input") continue;
    if (item.value !== null && at++ === index) return { item, value: item.value };
    for (const entry of item.block?.entries ?? []) {
      if (at++ === index) return { item, value: entry.kind === "property" ? entry.value : null };
    }
  }
  return null;
}
