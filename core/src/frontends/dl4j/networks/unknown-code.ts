import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Invoke } from "../program/expression.js";
import { meantBy } from "../program/expression.js";
import type { HandedTo } from "../program/sequence.js";

/** Calls that look at what they are given and leave it as it is. */
const harmless = /^(print\w*|info|debug|trace|warn|error|log|requireNonNull|toString|valueOf|format|equals|hashCode|assert\w+)$/;

/** True for code that may call anything on the builder it is given. */
export function mayChange({ call }: HandedTo): boolean {
  return call.kind === "construct"
    ? !/^(MultiLayerNetwork|ComputationGraph|ConvolutionLayerSetup)$/.test(call.type)
    : !harmless.test(call.name) && !isKept(call);
}

/** `list.add(builder)`, `map.put(name, builder)`: on an object of the file's own such a method may do more. */
function isKept({ on, name }: Invoke): boolean {
  if (name !== "add" && name !== "put") return false;
  const meant = on && meantBy(on);
  return meant?.kind === "object" && meant.object.isOwn !== true;
}

/** What is set was in the hands of code that cannot be seen: it may have been set again. */
export function forget(settings: Record<string, Setting<Value>>): void {
  for (const [key, { range, path, address }] of Object.entries(settings))
    settings[key] = { value: null, origin: "unknown", range, path, address };
}

/** Settings under these keys that are not there: something that cannot be seen may have set them. */
export function addUnknown(settings: Record<string, Setting<Value>>, addresses: Iterable<string>, section: string): void {
  for (const address of addresses) {
    const [own, key = ""] = address.split(".");
    if (own === section) settings[key] ??= { value: null, origin: "unknown", range: null, path: address, address };
  }
}
