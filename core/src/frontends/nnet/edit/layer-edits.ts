import type { NewLayer } from "../../../model/change.js";
import type { TextEdit } from "../../../model/range.js";
import type { LayerNode, NetworkNode } from "../syntax/tree.js";
import { keysOf, layerKinds, type LayerKind } from "../vocabulary/layers.js";
import { settingOf } from "../vocabulary/shapes.js";
import { layerKeys } from "../syntax/item-keys.js";
import { besideParameter, layersOf } from "./locate.js";
import { printSetting } from "./print-value.js";
import { removeItem } from "./set.js";
import { beginsLine, endsLine, indentation, lineEnd, lineEnding, startWithComments } from "./style.js";

/** Puts a layer before the layer with this index, or after the last one; in a graph between it and what feeds it. */
export function insertLayer(text: string, network: NetworkNode, before: number, layer: NewLayer): TextEdit[] | null {
  const layers = layersOf(network);
  const kind = layerKinds.find(({ value, wraps }) => value === layer.kind && wraps !== true);
  const block = kind === undefined ? null : printBlock(kind, layer);
  if (kind === undefined || block === null || before < 0 || before > layers.length) return null;
  const next = layers[before];
  const previous = layers[before - 1];
  if (next === undefined) return previous === undefined ? null : addAfter(text, previous, `layer ${kind.word}${block}`);
  if (next.from.length === 0) return addBefore(text, next, `layer ${kind.word}${block}`);
  const name = freeName(kind.word, network);
  const sources = { start: next.from[0]?.range.start ?? 0, end: next.from.at(-1)?.range.end ?? 0 };
  const added = addBefore(text, next, `layer ${kind.word} ${name} from ${text.slice(sources.start, sources.end)}${block}`);
  return [...added, { range: sources, newText: name }];
}

/** ` { nOut: 3, activation: relu }`, empty without settings; `null` where a setting cannot be said. */
function printBlock(kind: LayerKind, { settings }: NewLayer): string | null {
  const said = new Set<string>();
  const entries: (string | null)[] = [];
  for (const key of keysOf(kind)) {
    const setting = settingOf(key);
    if (settings[setting] === undefined || said.has(setting)) continue;
    said.add(setting);
    const value = printSetting(key, settings);
    entries.push(value === null ? null : `${key.key}: ${value}`);
    for (const name of Object.keys(settings)) if (besideParameter(key, name) !== undefined) said.add(name);
  }
  const complete = !entries.includes(null) && Object.keys(settings).every((name) => said.has(name));
  if (!complete) return null;
  return entries.length === 0 ? "" : ` { ${entries.join(", ")} }`;
}

function addBefore(text: string, next: LayerNode, written: string): TextEdit[] {
  if (!beginsLine(text, next.range)) {
    return [{ range: { start: next.range.start, end: next.range.start }, newText: `${written} ` }];
  }
  const start = startWithComments(text, next.range.start);
  return [{ range: { start, end: start }, newText: `${indentation(text, next.range.start)}${written}${lineEnding(text)}` }];
}

function addAfter(text: string, previous: LayerNode, written: string): TextEdit[] {
  if (!beginsLine(text, previous.range) || !endsLine(text, previous.range)) {
    return [{ range: { start: previous.range.end, end: previous.range.end }, newText: ` ${written}` }];
  }
  const at = lineEnd(text, previous.range.end);
  return [{ range: { start: at, end: at }, newText: `${lineEnding(text)}${indentation(text, previous.range.start)}${written}` }];
}

function freeName(word: string, network: NetworkNode): string {
  const taken = new Set(layersOf(network).flatMap(({ name }) => name?.text ?? []));
  for (const item of network.items) if (item.kind === "input") for (const entry of item.block?.entries ?? []) taken.add(entry.key.text);
  let name = word;
  for (let number = 2; taken.has(name) || name === word; number++) name = `${word}${String(number - 1)}`;
  return name;
}

/** The settings of a layer that its replacement does not have. */
export function settingsToRemove(network: NetworkNode, index: number, layer: NewLayer): readonly string[] | null {
  const node = layersOf(network)[index];
  if (node === undefined) return null;
  const keys = layerKeys(node.layerKind);
  return (node.block?.entries ?? []).flatMap((entry) => {
    const key = keys.find((one) => one.key === entry.key.text);
    return key === undefined || settingOf(key) in layer.settings ? [] : [settingOf(key)];
  });
}

/** Writes another kind in the place of a layer's. */
export function replaceKind(network: NetworkNode, index: number, layer: NewLayer): TextEdit[] | null {
  const node = layersOf(network)[index];
  const kind = layerKinds.find(({ value, wraps }) => value === layer.kind && wraps !== true);
  if (!node?.layerKind || node.kind === "vertex" || kind === undefined) return null;
  return [{ range: node.layerKind.range, newText: kind.word }];
}

/** Writes `lastTimeStep(…)` around a layer's kind. */
export function wrapLayer(text: string, network: NetworkNode, index: number, wrapper: string): TextEdit[] | null {
  const node = layersOf(network)[index];
  const kind = layerKinds.find(({ value, wraps }) => value === wrapper && wraps === true);
  if (!node?.layerKind || node.kind === "vertex" || kind === undefined) return null;
  const { start, end } = node.layerKind.range;
  return [{ range: node.layerKind.range, newText: `${kind.word}(${text.slice(start, end)})` }];
}

/** Takes a layer out; what it fed is fed by what fed it. `null` where that has no name. */
export function removeLayer(text: string, network: NetworkNode, index: number): TextEdit[] | null {
  const layers = layersOf(network);
  const node = layers[index];
  if (node === undefined) return null;
  const name = node.name?.text;
  const users = name === undefined ? [] : layers.flatMap(({ from }) => from.filter((source) => source.text === name));
  const next = layers[index + 1];
  const feeders = node.from.map(({ text: feeder }) => feeder);
  const implicit = feeders.length > 0 ? feeders : [layers[index - 1]?.name?.text].filter((one) => one !== undefined);
  if (users.length > 0 && implicit.length === 0) return null;
  const edits = [removeItem(text, node.range), ...users.map(({ range }) => ({ range, newText: implicit.join(", ") }))];
  // A layer without `from` takes the one before it, which is now another one.
  if (next?.from.length !== 0 || feeders.length === 0 || next.layerKind === null) return edits;
  const at = next.name?.range.end ?? next.layerKind.range.end;
  return [...edits, { range: { start: at, end: at }, newText: ` from ${feeders.join(", ")}` }];
}
