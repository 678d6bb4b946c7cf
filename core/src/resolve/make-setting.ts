import type { Known, Setting, Unknown } from "../model/setting.js";
import type { Call } from "../model/value.js";

/** A value that nobody wrote: Deeplearning4j's default. It would be written at `address`. */
export function byDefault<T>(value: T, path: string, address = path): Known<T> {
  return { origin: "default", value, range: null, path, address };
}

/** A value that follows from the layers around. */
export function inferred<T>(value: T, path: string): Known<T> {
  return { origin: "inferred", value, range: null, path, address: path };
}

/** A setting of which nothing is known. */
export function unknownAt(path: string, address = path): Unknown {
  return { origin: "unknown", value: null, range: null, path, address };
}

/** A setting that another scope says: its text and address, under this path, with the settings inside it. A default stays a default. */
export function inherit<T>(setting: Setting<T>, path: string): Setting<T> {
  if (setting.origin === "unknown") return { ...setting, path };
  const { value } = setting;
  const origin = setting.origin === "default" ? "default" : "inherited";
  return { ...setting, origin, value: isArguments(value) ? inheritArguments(value, path) : value, path };
}

function isArguments(value: unknown): value is Call {
  return typeof value === "object" && value !== null && "args" in value;
}

function inheritArguments<C extends Call>(call: C, path: string): C {
  const args = Object.entries(call.args).map(([key, part]) => [key, inherit(part, `${path}.${key}`)] as const);
  return { ...call, args: Object.fromEntries(args) };
}

/** A written setting under its resolved path, when its value is of the wanted kind; a value of another kind counts as unknown. */
export function typed<T>(setting: Setting<unknown>, is: (value: unknown) => value is T, path = setting.path): Setting<T> {
  if (setting.origin === "unknown") return { ...setting, path };
  const { value } = setting;
  if (is(value)) return { ...setting, value, path };
  return { origin: "unknown", value: null, range: setting.range, path, address: setting.address };
}

export const isNumber = (value: unknown): value is number => typeof value === "number";
export const isString = (value: unknown): value is string => typeof value === "string";
export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
export const isNumberList = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isNumber);
