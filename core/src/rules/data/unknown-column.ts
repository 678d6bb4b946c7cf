import type { DataProfile } from "../../model/data-profile.js";
import { closest, distance } from "fastest-levenshtein";
import { isWritten, type Setting } from "../../model/setting.js";
import type { Value } from "../../model/value.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { columnsNamed, findColumn } from "./columns.js";

/** A column that the training file does not have. */
export const unknownColumn = defineRule({
  id: "data/unknown-column",
  severity: "error",

  check({ network, report }) {
    const { features, label, categorical, trainProfile } = network.data;
    if (!trainProfile || trainProfile.columns.length === 0) return;
    for (const setting of [features, label, categorical]) {
      const unknown = columnsNamed(setting)?.find((name) => findColumn(trainProfile, name) === undefined);
      if (!setting || unknown === undefined) continue;
      report({
        at: setting,
        message: `${trainProfile.path} has no column ${JSON.stringify(unknown)}.`,
        detail: columnsText(trainProfile, unknown),
        fixes: near(trainProfile, unknown).flatMap((name) => fix(setting, name)),
      });
    }
  },
});

/** Names that are shown, of files with many columns. */
const shown = 12;

function columnsText({ columns }: DataProfile, unknown: string | number): string {
  const names = columns.flatMap(({ name }) => name ?? []);
  const counted = `Its columns are 0 to ${columns.length - 1}.`;
  if (typeof unknown === "number") return `${counted} Columns are counted from 0.`;
  if (names.length === 0) return `It is read without a header. ${counted}`;
  const all = `Its columns: ${names.slice(0, shown).join(", ")}${names.length > shown ? ", …" : ""}.`;
  return near({ columns }, unknown)
    .map((name) => `Did you mean ${JSON.stringify(name)}? `)
    .concat(all)
    .join("");
}

/** The column that was probably meant. */
function near({ columns }: Pick<DataProfile, "columns">, unknown: string | number): readonly string[] {
  const names = columns.flatMap(({ name }) => name ?? []);
  if (typeof unknown === "number" || names.length === 0) return [];
  const best = closest(unknown, names);
  return distance(unknown.toLowerCase(), best.toLowerCase()) <= Math.max(1, unknown.length / 3) ? [best] : [];
}

/** Where one column is named, it is named right. */
function fix(setting: Setting<Value>, name: string) {
  return typeof setting.value === "string" && isWritten(setting)
    ? [preferred(suggest(`Set it to ${JSON.stringify(name)}`, set(setting, name)))]
    : [];
}
