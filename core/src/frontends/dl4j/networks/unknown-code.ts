import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { HandedTo } from "../program/sequence.js";

/** Calls that look at what they are given and leave it as it is. */
const harmless = /^(print\w*|info|debug|trace|warn|error|log|requireNonNull|toString|valueOf|format|equals|hashCode|assert\w+|add|put)$/;

/** True for code that may call anything on the builder it is given. */
export function mayChange({ call }: HandedTo): boolean {
  return call.kind === "construct"
    ? !/^(MultiLayerNetwork|ComputationGraph|ConvolutionLayerSetup)$/.test(call.type)
    : !harmless.test(call.name);
}

/** Settings under these keys that are not there: something that cannot be seen may have set them. */
export function addUnknown(settings: Record<string, Setting<Value>>, addresses: Iterable<string>, section: string): void {
  for (const address of addresses) {
    const [own, key = ""] = address.split(".");
    if (own === section) settings[key] ??= { value: null, origin: "unknown", range: null, path: address, address };
  }
}
