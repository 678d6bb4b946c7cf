import type { NewValue } from "../../../model/value.js";
import { isCall } from "../../../model/value.js";
import type { Sequence } from "../program/sequence.js";
import { insertCalls } from "./insert-calls.js";
import { isShared, lastEntry, placeFor, setSetting } from "./set-setting.js";
import { updaterCall, writeRate } from "./write-object.js";
import { usesUpdaterObjects, writeValue } from "./write-value.js";
import type { Editing } from "./written-file.js";
import { settingAt } from "./written-file.js";

/** `train.updater.learningRate` → the updater's address and the parameter. */
export function partOfUpdater(address: string): { readonly address: string; readonly parameter: string } | undefined {
  const match = /^(.*\.(?:u|biasU)pdater)\.(\w+)$/.exec(address);
  return match?.[1] !== undefined && match[2] !== undefined ? { address: match[1], parameter: match[2] } : undefined;
}

/** 0.x names coefficients apart from the updater. */
const separateCalls: Readonly<Record<string, string>> = { beta1: "adamMeanDecay", beta2: "adamVarDecay" };

/** Writes a parameter that the updater's text does not have yet: `new Adam()` → `new Adam(0.001)`. */
export function setInUpdater(address: string, parameter: string, value: NewValue, editing: Editing): boolean {
  const owner = address.replace(/\.\w+$/, "");
  if (!usesUpdaterObjects(editing)) return setSetting(`${owner}.${separateCalls[parameter] ?? parameter}`, value, editing);
  const entry = lastEntry(address, editing);
  if (!entry) return setSetting(address, { name: "Sgd", args: { [parameter]: value } }, editing);
  if (isShared(entry, editing)) return false;
  const setting = settingAt(editing.network, address);
  if (!isCall(setting?.value)) return false;
  const built = editing.recorder.builders.get(address);
  const written = writeRate(value, editing);
  if (written === null) return false;
  const next = built?.type.endsWith(".Builder") === true ? built.links.findLast((link) => link.name === "build") : undefined;
  if (next) {
    const isSchedule = typeof value !== "number";
    const method = isSchedule && parameter === "learningRate" ? "learningRateSchedule" : isSchedule ? "momentumISchedule" : parameter;
    insertCalls(next, built?.links ?? [], [`${method}(${written})`], editing);
    return true;
  }
  return rewriteObject(address, setting.value.name, { [parameter]: written }, built, editing);
}

/** Writes the updater's constructor anew, its present arguments as they are written. */
function rewriteObject(
  address: string,
  name: string,
  added: Readonly<Record<string, string>>,
  built: Sequence | undefined,
  editing: Editing,
): boolean {
  const { text, edits, network } = editing;
  const texts: Record<string, string> = {};
  const { value } = settingAt(network, address) ?? {};
  if (!isCall(value)) return false;
  for (const [parameter, argument] of Object.entries(value.args))
    if (argument.range) texts[parameter] = text.slice(argument.range.start, argument.range.end);
  const call = updaterCall(name, { ...texts, ...added }, editing);
  const range = built?.made?.range ?? lastEntry(address, editing)?.valueRange;
  if (call === null || !range) return false;
  edits.replace(range, call);
  return true;
}

/** 0.x: `.updater(Updater.NESTEROVS)` and, for what the value says beyond the name, `.learningRate(…)`, `.momentum(…)`. */
export function setUpdaterOfOldVersion(address: string, value: NewValue, editing: Editing): boolean {
  const owner = address.replace(/\.\w+$/, "");
  const written = writeValue(value, { key: "updater", type: "updater" }, null, editing);
  if (written === null) return false;
  const entry = lastEntry(address, editing);
  if (entry && isShared(entry, editing)) return false;
  const calls: string[] = [];
  const place = placeFor(address, editing);
  if (entry?.valueRange) editing.edits.replace(entry.valueRange, written);
  else calls.push(`updater(${written})`);
  const args = typeof value === "object" && "args" in value ? Object.entries(value.args) : [];
  for (const [parameter, argument] of args) {
    const method = separateCalls[parameter] ?? parameter;
    if (lastEntry(`${owner}.${method}`, editing)) {
      if (!setSetting(`${owner}.${method}`, argument, editing)) return false;
      continue;
    }
    const text = typeof argument === "number" ? writeRate(argument, editing) : null;
    if (text === null) return false;
    calls.push(`${method}(${text})`);
  }
  if (calls.length === 0) return true;
  if (!place?.next) return false;
  insertCalls(place.next, place.links, calls, editing);
  return true;
}
