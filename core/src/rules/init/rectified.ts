import type { Layer } from "../../model/network.js";
import { isKnown } from "../../model/setting.js";
import { nameOf } from "../../model/value.js";

/** Activations that RELU initialization is made for. */
const rectified: ReadonlySet<string> = new Set(["RELU", "LEAKYRELU"]);

/** True for relu and leaky relu layers. */
export function isRectified({ activation }: Layer): boolean {
  return isKnown(activation) && rectified.has(nameOf(activation.value) ?? "");
}
