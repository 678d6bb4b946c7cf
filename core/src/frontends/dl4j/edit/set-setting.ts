import type { Change } from "../../../model/change.js";
import type { NewValue } from "../../../model/value.js";
import type { Entry } from "../../../model/written.js";
import { callForKey } from "../calls/layer-calls.js";
import type { Meaning } from "../calls/meaning.js";
import { callForAddress } from "../calls/network-calls.js";
import type { Link, Sequence } from "../program/sequence.js";
import { isWrittenWithPoint } from "./host-language.js";
import { insertCalls } from "./insert-calls.js";
import { removeSetting } from "./remove-setting.js";
import { partOfUpdater, setInUpdater, setUpdaterOfOldVersion } from "./set-updater.js";
import { writeObject } from "./write-object.js";
import { usesUpdaterObjects, writeNumber, writeValue } from "./write-value.js";
import type { Editing } from "./written-file.js";
import { isAtLeast, layerAt, settingAt } from "./written-file.js";

/** Where a missing call would be written: before this link; and what it is called there. */
export interface Place {
  readonly method: string;
  readonly meaning: Meaning;
  readonly next: Link | undefined;
  /** All calls on the builder. */
  readonly links: readonly Link[];
}

/** Writes a value at an address: over what stands there, else as a new call. False when it cannot be said there. */
export function setSetting(address: string, value: NewValue, editing: Editing): boolean {
  const updater = partOfUpdater(address);
  if (updater && lastEntry(address, editing) === undefined) return setInUpdater(updater.address, updater.parameter, value, editing);
  if (/(^|\.)(biasU|u)pdater$/.test(address) && !usesUpdaterObjects(editing)) return setUpdaterOfOldVersion(address, value, editing);
  if (address.endsWith("weightInit") && lastEntry(address, editing) && !setDistribution(address, value, editing)) return false;
  const entry = lastEntry(address, editing);
  return entry ? replaceWritten(entry, value, editing) : addCall(address, value, editing);
}

/** The text that counts for an address: the last one. */
export function lastEntry(address: string, { network }: Editing): Entry | undefined {
  return network.entries.findLast((entry) => entry.address === address);
}

/**
 * True when the same text makes several layers, so that a change of it changes them all, and not all of them are to be changed.
 * Where they are to be changed differently, the edits contradict each other and come to nothing.
 */
export function isShared(entry: Entry, { network, changes }: Editing): boolean {
  if (!entry.address.startsWith("layers.")) return false;
  return network.entries.some(
    (other) =>
      other.address !== entry.address &&
      other.range.start === entry.range.start &&
      layerOf(other.address) !== layerOf(entry.address) &&
      !changes.some((change) => isAbout(change, other.address)),
  );
}

/** True for a change of the setting at an address, or of a part of it. */
function isAbout(change: Change, address: string): boolean {
  const changed = change.kind === "merge" ? [...change.remove, change.address] : "address" in change ? [change.address] : [];
  return changed.some((one) => one === address || one.startsWith(`${address}.`));
}

function layerOf(address: string): string {
  return address.split(".")[1] ?? "";
}

function replaceWritten(entry: Entry, value: NewValue, editing: Editing): boolean {
  if (isShared(entry, editing)) return false;
  const { text, edits, network } = editing;
  const setting = settingAt(network, entry.address);
  const place = setting?.definedAt?.editable === true && typeof value === "number" ? setting.definedAt.range : entry.valueRange;
  if (!place) return false;
  const current = text.slice(place.start, place.end);
  const meaning = meaningOf(entry.address, editing);
  const written = meaning ? writeValue(value, meaning, current, editing) : writePlain(value, entry.address, current, editing);
  if (written === null) return false;
  if (written !== current) edits.replace(place, written);
  return true;
}

/** An argument inside an object: a number stays a number, a schedule or a number becomes a schedule. */
function writePlain(value: NewValue, address: string, current: string, editing: Editing): string | null {
  if (typeof value === "number") return writeNumber(value, current, isWrittenWithPoint(address, current, editing.language));
  if (typeof value === "object" && "name" in value) return writeObject(value, editing);
  return typeof value === "boolean" ? String(value) : null;
}

export function meaningOf(address: string, editing: Editing): Meaning | undefined {
  if (!address.startsWith("layers.")) return callForAddress(address)?.meaning;
  const { layer, key } = split(address);
  const kind = layerAt(editing.network, layer)?.kind;
  return kind === undefined ? undefined : callForKey(kind, key)?.meaning;
}

function addCall(address: string, value: NewValue, editing: Editing): boolean {
  const place = placeFor(address, editing);
  if (!place?.next) return false;
  const written = writeValue(value, place.meaning, null, editing);
  if (written === null) return false;
  insertCalls(place.next, place.links, [`${place.method}(${written})`], editing);
  return true;
}

/** Where a call that is not written would stand: global calls before `list()`, the network's and a layer's own before `build()`. */
export function placeFor(address: string, editing: Editing): Place | undefined {
  const { sequence } = editing.found;
  if (!address.startsWith("layers.")) {
    const call = callForAddress(address);
    if (!call) return undefined;
    const next = call.isGlobal ? openingOf(sequence) : sequence.links.findLast((link) => link.name === "build");
    return { method: methodInVersion(call.method, editing), meaning: call.meaning, next, links: sequence.links };
  }
  const { layer, key } = split(address);
  const kind = layerAt(editing.network, layer)?.kind;
  const built = editing.recorder.builders.get(layer);
  const call = kind === undefined ? undefined : callForKey(kind, key);
  if (!built || !call || isSharedLayer(layer, key, editing)) return undefined;
  const next = built.links.findLast((link) => link.name === "build");
  return { method: call.method, meaning: call.meaning, next, links: built.links };
}

/** `list()` or `graphBuilder()`. */
function openingOf({ links, opening, hasOpening }: Sequence): Link | undefined {
  return hasOpening ? links[opening] : undefined;
}

/** Two layers from one text: a call added to one is added to both, which is right only where both are to have it. */
function isSharedLayer(address: string, key: string, { recorder, changes }: Editing): boolean {
  const own = recorder.builders.get(address);
  return [...recorder.builders].some(
    ([other, { typeRange }]) =>
      other !== address &&
      other.startsWith("layers.") &&
      typeRange.start === own?.typeRange.start &&
      !other.includes("pdater") &&
      !changes.some((change) => isAbout(change, `${other}.${key}`)),
  );
}

/** `layers.2.inner.nOut` → the layer `layers.2.inner` and the key. */
function split(address: string): { layer: string; key: string } {
  const match = /^(layers\.\d+(?:\.inner)*)\.(.+)$/.exec(address);
  return { layer: match?.[1] ?? "", key: match?.[2] ?? "" };
}

/** Names that changed with the version. */
function methodInVersion(method: string, editing: Editing): string {
  return method === "tBPTTLength" && !isAtLeast(editing, "0.9.1") ? "tBPTTForwardLength" : method;
}

/** `weightInit(DISTRIBUTION).dist(d)`: another value makes the `dist` call superfluous, a distribution goes into it. */
function setDistribution(address: string, value: NewValue, editing: Editing): boolean {
  const dist = `${address.slice(0, -"weightInit".length)}dist`;
  const isCall = typeof value === "object";
  if (lastEntry(dist, editing) && !isCall && value !== "DISTRIBUTION") return removeSetting(dist, editing);
  return true;
}
