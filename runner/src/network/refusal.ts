import type { Network } from "../../../core/src/model/network.js";
import { isKnown, type Setting } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import type { Unsupported } from "../engine.js";

/** Something of a network that cannot be trained here. Thrown while a network is built; `feasibility` collects them. */
export class Refusal extends Error implements Unsupported {
  override readonly name = "Refusal";
  /**
   * @param setting the setting's path, or the layer's kind
   * @param reason why, for the user
   */
  constructor(
    readonly setting: string,
    readonly reason: string,
  ) {
    super(`${setting}: ${reason}`);
  }
}

/**
 * Where a refused setting stands, for the user: `layer "conv1" (Deconvolution2D), kernel` for `layers.2.kernel`.
 * @param setting a path of the network
 */
export function placeOf(setting: string, { layers }: Pick<Network, "layers">): string {
  const [, index, rest] = /^layers\.(\d+)(?:\.(.+))?$/.exec(setting) ?? [];
  const layer = index === undefined ? undefined : layers[Number(index)];
  if (!layer) return setting;
  const named = /^\d+$/.test(layer.id) ? layer.id : `"${layer.id}"`;
  return `${layer.isVertex ? "vertex" : "layer"} ${named} (${layer.kind})${rest === undefined ? "" : `, ${rest}`}`;
}

/**
 * A setting's value.
 * @param path where the setting would stand when it is absent
 * @throws Refusal when the text does not say it, or says it in a way that cannot be read
 */
export function knownValue<T>(setting: Setting<T> | undefined, path: string): T {
  if (isKnown(setting)) return setting.value;
  throw new Refusal(setting?.path ?? path, setting ? "its value cannot be read from the text" : "it is not said and has no default");
}

/**
 * A number among a call's arguments.
 * @throws Refusal when it is none, or not known
 */
export function knownNumber({ args, name }: Call, key: string, path: string): number {
  const value = knownValue(args[key], `${path}.${key}`);
  if (typeof value !== "number") throw new Refusal(`${path}.${key}`, `${name} wants a number`);
  return value;
}
