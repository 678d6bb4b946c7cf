import type { ColumnProfile, DataProfile } from "../../model/data-profile.js";
import type { DataSettings, Network } from "../../model/network.js";
import type { Value } from "../../model/value.js";
import { isCall } from "../../model/value.js";
import { isKnown, valueOf, type Setting } from "../../model/setting.js";

/** A column as a config names it: its header, or its index from 0. */
export type ColumnName = string | number;

/**
 * The columns that a `features:` or `label:` names; a list per input or output is taken as one.
 * `undefined` when it is not written or not known, and for the words `all` and `features`.
 */
export function columnsNamed(setting: Setting<Value> | undefined): readonly ColumnName[] | undefined {
  if (!isKnown(setting) || setting.value === "all" || setting.value === "features") return undefined;
  return namesIn(setting.value);
}

function namesIn(value: Value): readonly ColumnName[] | undefined {
  if (typeof value === "string" || typeof value === "number") return [value];
  if (typeof value === "boolean") return undefined;
  const parts: readonly (Value | undefined)[] = isCall(value) ? Object.values(value.args).map((part) => valueOf(part)) : value;
  const names = parts.map((part) => (part === undefined ? undefined : namesIn(part)));
  return names.every((name) => name !== undefined) ? names.flat() : undefined;
}

/** The profile's column of that name or index; -1 is the last one (`RecordReaderDataSetIterator`). */
export function findColumn({ columns }: DataProfile, name: ColumnName): ColumnProfile | undefined {
  if (name === -1) return columns.at(-1);
  return columns.find((column) => (typeof name === "number" ? column.index === name : column.name === name));
}

/** The only label column, where the text names one. */
export function singleLabel({ label }: DataSettings): ColumnName | undefined {
  const names = columnsNamed(label);
  return names?.length === 1 ? names[0] : undefined;
}

/** The column of the labels, where there is one: of images their classes. */
export function labelColumn({ data }: Network): ColumnProfile | undefined {
  const { trainProfile: profile } = data;
  if (profile?.classes) return profile.classes;
  const name = singleLabel(data);
  return profile && name !== undefined ? findColumn(profile, name) : undefined;
}

/**
 * The feature columns of a profile, without those that `categorical:` turns into one-hot inputs.
 * `undefined` when it is not known which columns are features.
 */
export function featureColumns(data: DataSettings, profile: DataProfile): readonly ColumnProfile[] | undefined {
  const named = columnsNamed(data.features);
  const labels = columnsNamed(data.label);
  const coded = new Set((columnsNamed(data.categorical) ?? []).map((name) => findColumn(profile, name)));
  if (named) return named.flatMap((name) => findColumn(profile, name) ?? []).filter((column) => !coded.has(column));
  if (isUnread(data.features) || (labels === undefined && valueOf(data.label) !== "features")) return undefined;
  const targets = new Set((labels ?? []).map((name) => findColumn(profile, name)));
  return profile.columns.filter((column) => !coded.has(column) && !targets.has(column));
}

const isUnread = (setting: Setting<Value> | undefined) => setting !== undefined && setting.origin === "unknown";

/** How messages name a column: its header, or its index from 0. */
export function columnText({ name, index }: ColumnProfile): string {
  return name === null ? `column ${index}` : `"${name}"`;
}
