import type { Setting } from "./setting.js";

/**
 * A value as a front end reads it, in canonical spelling: enumeration constants as Deeplearning4j spells them
 * (`RELU`, `MCXENT`, `ClipL2PerLayer`), numbers as numbers, and calls by Deeplearning4j's class name.
 */
export type Value = number | string | boolean | readonly Value[] | Call;

/** A value with arguments: an updater, a schedule, a distribution, a data source, an activation with a parameter. */
export interface Call {
  readonly name: string;
  readonly args: Arguments;
}

/** Arguments by canonical parameter name. A map schedule's entries have the iteration or epoch as key. */
export type Arguments = Readonly<Record<string, Setting<Value>>>;

/** A value that a change writes: as {@link Value}, but with plain arguments. */
export type NewValue =
  number | string | boolean | readonly NewValue[] | { readonly name: string; readonly args: Readonly<Record<string, NewValue>> };

/** True for a value with arguments. */
export function isCall(value: Value | null | undefined): value is Call {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The enumeration constant or class name of a value: `RELU` for both `relu` and `leakyRelu(0.2)`-like calls; `undefined` for numbers and lists. */
export function nameOf(value: Value | null | undefined): string | undefined {
  if (typeof value === "string") return value;
  return isCall(value) ? value.name : undefined;
}
