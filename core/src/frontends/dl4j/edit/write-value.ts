import type { NewValue } from "../../../model/value.js";
import { activationClasses, weightInitClasses } from "../calls/enumerations.js";
import type { Meaning } from "../calls/meaning.js";
import { updaterConstants } from "../calls/value-classes.js";
import type { HostLanguage } from "./host-language.js";
import { isWrittenWithPoint } from "./host-language.js";
import { enumerationConstant } from "./spelling.js";
import { writeObject, writeRate, writeUpdaterObject } from "./write-object.js";
import type { Editing } from "./written-file.js";
import { isAtLeast } from "./written-file.js";

/** A value as source text, in the style and version of the file; `null` when it cannot be said there. */
export function writeValue(value: NewValue, { key, type }: Meaning, current: string | null, editing: Editing): string | null {
  if (typeof type === "object") return typeof value === "string" ? enumerationConstant(type.constantsOf, value, editing) : null;
  switch (type) {
    case "number":
      return typeof value === "number" ? writeNumber(value, current, isWrittenWithPoint(key, current, editing.language)) : null;
    case "boolean":
      return typeof value === "boolean" ? String(value) : null;
    case "text":
      return typeof value === "string" ? JSON.stringify(value) : null;
    case "numbers":
      return writeNumbers(Array.isArray(value) ? (value as readonly NewValue[]) : [value], current, editing.language);
    case "activation":
      return writeActivation(value, current, editing);
    case "weightInit":
      return writeWeightInit(value, editing);
    case "loss":
      return typeof value === "string" ? enumerationConstant("LossFunction", value, editing) : null;
    case "updater":
      return writeUpdater(value, editing);
    case "rate":
      return writeRate(value, editing);
    case "distribution":
      return typeof value === "object" && "name" in value ? writeObject(value, editing) : null;
    case "dropOut":
      return writeDropOut(value, current, editing);
    case "weightNoise":
      return typeof value === "number" ? made("DropConnect", writeDecimal(value), editing) : null;
    case "weightDecay":
      return typeof value === "number" ? writeDecimal(value) : null;
    case "map":
    case "constraints":
    case "reconstruction":
    case "preprocessor":
      return null;
  }
}

/**
 * A number as Java and Kotlin write it; keeps a suffix (`123L`) and a decimal point where there was one.
 * @param isReal it needs a point where there was none, too
 */
export function writeNumber(value: number, current: string | null, isReal = false): string {
  const suffix = /^[-+]?[\d_.eE+-]+([lLfFdD])$/.exec(current ?? "")?.[1] ?? "";
  const hadPoint = current !== null && /^[-+]?[\d_]*\.[\d_]*/.test(current) && !/[eE]/.test(current);
  return (hadPoint || isReal ? writeDecimal(value) : plainNumber(value)) + suffix;
}

/** A floating-point number: always with a point or an exponent. */
export function writeDecimal(value: number): string {
  const text = plainNumber(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** As a person would write it: `0.001`, `1e-4`. */
function plainNumber(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
}

function writeNumbers(values: readonly NewValue[], current: string | null, { arrayText }: HostLanguage): string | null {
  if (!values.every((value) => typeof value === "number")) return null;
  const list = values.join(", ");
  const array = arrayText.exec(current ?? "");
  return array ? `${array[1] ?? ""}${list}${array[2] ?? ""}` : list;
}

function writeActivation(value: NewValue, current: string | null, editing: Editing): string | null {
  if (typeof value === "string")
    return usesStrings(current, editing) ? `"${value.toLowerCase()}"` : enumerationConstant("Activation", value, editing);
  if (typeof value !== "object" || !("name" in value)) return null;
  const found = Object.entries(activationClasses).find(([, [constant, parameter]]) => constant === value.name && parameter !== undefined);
  const argument = found?.[1][1] === undefined ? undefined : value.args[found[1][1]];
  if (!found || typeof argument !== "number" || !isAtLeast(editing, "0.7.2")) return null;
  return made(found[0], writeDecimal(argument), editing);
}

/** Old files name activations by strings; `activation(String)` went in 1.0.0-alpha. */
function usesStrings(current: string | null, editing: Editing): boolean {
  if (isAtLeast(editing, "1.0.0-alpha")) return false;
  if (!isAtLeast(editing, "0.7.2") || current?.startsWith('"') === true) return true;
  const written = [editing.network.defaults.activation, ...editing.network.layers.map((layer) => layer.settings.activation)];
  const text = (range: { start: number; end: number } | null | undefined): string =>
    range ? editing.text.slice(range.start, range.end) : "";
  return written.some((setting) => text(setting?.range).startsWith('"'));
}

function writeWeightInit(value: NewValue, editing: Editing): string | null {
  if (typeof value === "string") {
    const isKnown = value === "DISTRIBUTION" || value === "ZERO" || value === "ONES" || Object.values(weightInitClasses).includes(value);
    return isKnown ? enumerationConstant("WeightInit", value, editing) : null;
  }
  if (typeof value !== "object" || !("name" in value) || !isAtLeast(editing, "1.0.0-alpha")) return null;
  return writeObject(value, editing);
}

/** True when updaters are written as objects: from 1.0, and in 0.9.1 where the file does so already. */
export function usesUpdaterObjects(editing: Editing): boolean {
  if (isAtLeast(editing, "1.0.0-alpha")) return true;
  return isAtLeast(editing, "0.9.1") && [...editing.recorder.builders.keys()].some((address) => address.endsWith("pdater"));
}

function writeUpdater(value: NewValue, editing: Editing): string | null {
  const name = typeof value === "string" ? value : typeof value === "object" && "name" in value ? value.name : undefined;
  if (name === undefined) return null;
  if (usesUpdaterObjects(editing)) return writeUpdaterObject(name, typeof value === "object" && "args" in value ? value.args : {}, editing);
  const constant = Object.entries(updaterConstants).find(([, one]) => one === name)?.[0];
  return constant === undefined ? null : enumerationConstant("Updater", constant, editing);
}

function writeDropOut(value: NewValue, current: string | null, editing: Editing): string | null {
  if (typeof value === "number") {
    const isObject = /^(new\s+)?Dropout\(\s*[^()]*?\s*\)$/.test(current ?? "");
    return isObject ? editing.language.construct("Dropout", writeDecimal(value)) : writeDecimal(value);
  }
  return typeof value === "object" && "name" in value && isAtLeast(editing, "1.0.0-alpha") ? writeObject(value, editing) : null;
}

function made(className: string, args: string, { language, edits }: Editing): string {
  edits.imports.add(className);
  return language.construct(className, args);
}
