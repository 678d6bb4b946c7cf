import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Expression } from "../program/expression.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import type { Role } from "./iterator-classes.js";

/** What an iterator says about its labels. */
export interface ReadLabels {
  readonly label: Setting<Value> | undefined;
  readonly labels: Setting<Value> | undefined;
}

/** The label's columns and kind: one-hot classes, or numbers for a regression. */
export function readLabels(given: ReadonlyMap<Role, Expression>, range: Range, recorder: Recorder): ReadLabels {
  const classes = given.get("classes");
  const [from, to] = [given.get("label") ?? given.get("labelFrom"), given.get("labelTo")];
  const regression = given.get("regression");
  const label = from && labelColumns(from, to, recorder);
  const isRegression = regression ? recorder.plain(regression).value : given.has("labelFrom");
  const kind = regression?.range ?? range;
  if (typeof isRegression !== "boolean") return { label, labels: settingOf({ value: undefined }, kind, "data.labels") };
  if (isRegression) return { label, labels: settingOf({ value: { name: "real", args: {} } }, kind, "data.labels") };
  const count = classes && recorder.plain(classes);
  // a count below 1 says that there is none
  if (!classes || (typeof count?.value === "number" && count.value < 1)) return { label, labels: undefined };
  recorder.argument("data.labels", classes.range, range);
  recorder.argument("data.labels.classes", classes.range, range);
  const args = { classes: settingOf(recorder.plain(classes), classes.range, "data.labels.classes") };
  return { label, labels: settingOf({ value: { name: "oneHot", args } }, classes.range, "data.labels") };
}

function labelColumns(from: Expression, to: Expression | undefined, recorder: Recorder): Setting<Value> {
  recorder.argument("data.label", from.range, from.range);
  const read = recorder.plain(from);
  const last = to ? recorder.plain(to).value : read.value;
  if (typeof read.value !== "number" || typeof last !== "number") return settingOf({ value: undefined }, from.range, "data.label");
  const first = read.value;
  if (last <= first) return settingOf(read, from.range, "data.label");
  const columns = Array.from({ length: Math.min(last - first + 1, 10_000) }, (_, index) => first + index);
  return settingOf({ value: columns }, from.range, "data.label");
}
