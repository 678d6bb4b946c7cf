import type { DataFault, DataProfile } from "../model/data-profile.js";
import type { DataSettings } from "../model/network.js";
import { valueOf, type Setting } from "../model/setting.js";
import { isCall, nameOf, type Arguments, type Call, type Value } from "../model/value.js";
import type { WrittenNetwork } from "../model/written.js";
import { byDefault, isBoolean, isString, typed, unknownAt } from "./make-setting.js";
import { optional } from "./train.js";

/** Statistics of the files that the text names, as far as they could be read. */
export interface DataProfiles {
  readonly train?: DataProfile | DataFault;
  readonly test?: DataProfile | DataFault;
}

/** What the text says about the data. In `.nnet` what is not said has a default; in builder calls it is unknown. */
export function resolveData({ data, notation }: WrittenNetwork, profiles: DataProfiles): DataSettings {
  const isNnet = notation === "nnet";
  const unless = <T>(key: string, usual: T): Setting<T> => (isNnet ? byDefault(usual, `data.${key}`) : unknownAt(`data.${key}`));
  return {
    ...optional("train", callOf(data, "train")),
    ...optional("test", callOf(data, "test")),
    ...optional("features", data.features),
    ...optional("label", data.label),
    ...optional("labels", callOf(data, "labels")),
    ...optional("labelAt", data.labelAt && typed(data.labelAt, isString)),
    ...optional("categorical", data.categorical),
    normalize: callOf(data, "normalize") ?? unless("normalize", { name: "none", args: {} }),
    ...optional("normalizeLabels", callOf(data, "normalizeLabels")),
    ...optional("testNormalize", callOf(data, "testNormalize")),
    // Pieces cut from one text stay in its order.
    shuffle: data.shuffle ? typed(data.shuffle, isBoolean) : unless("shuffle", nameOf(valueOf(data.train)) !== "text"),
    ...read("train", profiles.train),
    ...read("test", profiles.test),
  };
}

/** A value that may be a bare word (`standardize`) as a call. */
function callOf(data: Arguments, key: string): Setting<Call> | undefined {
  const setting = data[key];
  if (!setting || setting.origin === "unknown") return setting;
  const { value } = setting;
  if (typeof value === "string") return { ...setting, value: { name: value, args: {} } };
  return typed(setting, (other: unknown): other is Call => isCall(other as Value));
}

function read(key: "train" | "test", found: DataProfile | DataFault | undefined): Partial<DataSettings> {
  if (found === undefined) return {};
  return "fault" in found ? { [`${key}Fault`]: found } : { [`${key}Profile`]: found };
}
