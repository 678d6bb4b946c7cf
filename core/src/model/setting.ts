import type { Range } from "./range.js";

/** Where a value comes from: the text, an enclosing scope, the framework's default, or inference from its neighbours. */
export type Origin = "explicit" | "inherited" | "default" | "inferred";

/** The constant that a setting's value was read from (`int numHidden = 20;`). */
export interface Definition {
  readonly name: string;
  /** The constant's value in the text. */
  readonly range: Range;
  /** True when the constant is private or local and this setting is its only reference in the file, so a fix may edit it. */
  readonly editable: boolean;
}

interface Place {
  /** The exact text of the value; `null` when it is written nowhere. An inherited setting has the range of the value it inherits. */
  readonly range: Range | null;
  /** The path in `nnlint inspect --format json`, from the network: `layers.1.activation`, `train.updater.learningRate`. */
  readonly path: string;
  /** Where it is written, or would be: as `path`, but `defaults.activation` for a layer's inherited activation. What changes refer to. */
  readonly address: string;
  readonly definedAt?: Definition;
  /** What the library calculates with, where that is not quite the value: `0.3f` is 0.30000001192092896 as a `double`. */
  readonly exact?: number;
}

/** A setting whose value is known. */
export interface Known<T> extends Place {
  readonly origin: Origin;
  readonly value: T;
}

/** A setting that is written, but whose value cannot be known from the text (`iter.inputColumns()`). */
export interface Unknown extends Place {
  readonly origin: "unknown";
  readonly value: null;
}

/** One setting of a network: its value, where it stands in the text, and where it comes from. */
export type Setting<T> = Known<T> | Unknown;

/** True for a setting among the parts of a network. */
export function isSetting(part: unknown): part is Setting<unknown> {
  return typeof part === "object" && part !== null && "origin" in part && "address" in part && "value" in part;
}

/** True when the setting is there and its value is known. Rules pass over everything else. */
export function isKnown<T>(setting: Setting<T> | undefined): setting is Known<T> {
  return setting !== undefined && setting.origin !== "unknown";
}

/** The setting's value, or `undefined` where it is absent or unknown. */
export function valueOf<T>(setting: Setting<T> | undefined): T | undefined {
  return isKnown(setting) ? setting.value : undefined;
}

/** True when the value stands in the text for this very setting (not inherited, not a default). */
export function isWritten(setting: Setting<unknown> | undefined): boolean {
  return (
    setting !== undefined &&
    (setting.origin === "explicit" || (setting.origin === "unknown" && setting.range !== null && setting.address === setting.path))
  );
}
