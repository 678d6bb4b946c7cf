import type { NewLayer } from "../../../model/change.js";
import { callForKey } from "../calls/layer-calls.js";
import type { Link } from "../program/sequence.js";
import { insertCalls } from "./insert-calls.js";
import { removeLink } from "./layout.js";
import { writeValue } from "./write-value.js";
import type { Editing } from "./written-file.js";

/** Puts a layer before another, or after the last one; the numbers of those behind it grow by one. Lists only: a graph's wiring cannot follow. */
export function insertLayer(before: number, layer: NewLayer, editing: Editing): boolean {
  const links = plainLinks(editing);
  const written = writeLayer(layer, editing);
  if (!links || written === null || before > links.length) return false;
  const isNumbered = links.some((link) => link.args.length > 1);
  const next = links[before] ?? after(links.at(-1), editing);
  if (!next || !renumber(links.slice(before), 1, editing)) return false;
  insertCalls(next, editing.found.sequence.links, [isNumbered ? `layer(${before}, ${written})` : `layer(${written})`], editing);
  return true;
}

/** Takes a layer out; the numbers of those behind it shrink by one. */
export function removeLayer(index: number, editing: Editing): boolean {
  const links = plainLinks(editing);
  const link = links?.[index];
  if (!links || !link || !renumber(links.slice(index + 1), -1, editing)) return false;
  removeLink(link.range, link.nameRange.start, editing.text, editing.edits);
  return true;
}

export function replaceLayer(index: number, layer: NewLayer, editing: Editing): boolean {
  const link = plainLinks(editing)?.[index] ?? editing.recorder.layerLinks[index];
  const made = editing.recorder.builders.get(`layers.${index}`);
  const argument = link?.args.find(
    (one) => made !== undefined && one.range.start <= made.typeRange.start && made.typeRange.end <= one.range.end,
  );
  const written = writeLayer(layer, editing);
  if (!argument || written === null) return false;
  editing.edits.replace(argument.range, written);
  return true;
}

/** The `.layer(…)` calls, when they are all of the network and stand in one chain. */
function plainLinks({ recorder, network, found }: Editing): readonly Link[] | undefined {
  const { layerLinks } = recorder;
  const isWhole = found.kind === "layers" && layerLinks.length === network.layers.length && layerLinks.every((link) => link.isCertain);
  return isWhole && network.layers.every((layer) => layer.kind !== "Layer" || layer.name !== null) ? layerLinks : undefined;
}

function after(link: Link | undefined, { found }: Editing): Link | undefined {
  const { links } = found.sequence;
  const index = links.findIndex((one) => one.range.start === link?.range.start);
  return index < 0 ? undefined : links[index + 1];
}

function renumber(links: readonly Link[], step: number, { recorder, edits, text }: Editing): boolean {
  return links.every((link) => {
    const [number] = link.args;
    if (link.args.length < 2 || !number) return true;
    const { value } = recorder.plain(number);
    const isLiteral = /^\d+$/.test(text.slice(number.range.start, number.range.end));
    // `i++` and constants count by themselves or cannot be changed here
    if (!isLiteral || typeof value !== "number") return false;
    edits.replace(number.range, String(value + step));
    return true;
  });
}

/** `new DenseLayer.Builder().nOut(20).build()`. */
export function writeLayer(layer: NewLayer, editing: Editing): string | null {
  const calls = writeCalls(layer, editing);
  if (calls === null) return null;
  editing.edits.imports.add(layer.kind);
  return `${editing.language.construct(`${layer.kind}.Builder`, "")}${calls}.build()`;
}

/** `.nIn(4).nOut(20)`; `null` where a setting cannot be said. */
export function writeCalls({ kind, settings }: NewLayer, editing: Editing): string | null {
  const calls: string[] = [];
  for (const [key, value] of Object.entries(settings)) {
    const call = callForKey(kind, key);
    const written = call && writeValue(value, call.meaning, null, editing);
    if (!call || written === undefined || written === null) return null;
    calls.push(`.${call.method}(${written})`);
  }
  return calls.join("");
}
