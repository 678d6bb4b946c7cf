import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import { itemsOf } from "../program/collections.js";
import type { Link } from "../program/sequence.js";
import { readSetting } from "./read-value.js";
import type { Recorder } from "./recorder.js";
import { settingOf, trimmed } from "./recorder.js";

type Settings = Record<string, Setting<Value>>;

/** Classes of `org.nd4j.linalg.learning.regularization` and the setting that each of them is. */
const penalties: Readonly<Record<string, "l1" | "l2" | "weightDecay">> = {
  L1Regularization: "l1",
  L2Regularization: "l2",
  WeightDecay: "weightDecay",
};

/**
 * `regularization(Arrays.asList(new L2Regularization(1e-4)))`: takes the place of all penalties that were set before.
 * @param base `train`, `layers.0`
 */
export function readRegularization(link: Link, base: string, recorder: Recorder): Settings {
  const suffix = link.name === "regularizationBias" ? "Bias" : "";
  const keys = ["l1", "l2", "weightDecay"].map((key) => key + suffix);
  const unknown = (): Settings =>
    Object.fromEntries(keys.map((key) => [key, settingOf({ value: undefined }, trimmed(link), `${base}.${key}`)]));
  const [first] = link.args;
  const items = first && link.isCertain ? itemsOf(recorder.meant(first).expression)?.items : undefined;
  if (!items) return unknown();
  const settings: Settings = {};
  for (const item of items) {
    const made = recorder.sequences.of(item)?.made;
    const name = made ? recorder.scope.qualified(made.type) : "";
    const key = lookUp(penalties, name);
    if (!made || key === undefined) return unknown();
    recorder.construction(name, made.args.length, made.typeRange, null);
    const address = `${base}.${key}${suffix}`;
    const type = key === "weightDecay" ? "weightDecay" : "number";
    const range = trimmed({ args: made.args, argsRange: made.argsRange ?? made.range });
    const setting = readSetting({ key, type }, { args: made.args, argsRange: range }, address, recorder);
    recorder.argument(address, range, made.typeRange);
    if (setting) settings[key + suffix] = setting;
  }
  return settings;
}
