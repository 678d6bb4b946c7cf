import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";

const pathOf = ({ index }: Layer, key: string) => `layers.${index}.${key}`;

/**
 * A number that only some kinds of layers have.
 * @param usual where the text says none; without it the layer needs the number
 * @throws Refusal where it cannot be read, or is not said and has no default
 */
export function moreNumber(layer: Layer, key: string, usual?: number): number {
  const setting = layer.more[key];
  const value = setting ? valueOf(setting) : usual;
  if (typeof value === "number") return value;
  throw new Refusal(pathOf(layer, key), setting ? "it cannot be read from the text" : `a ${layer.kind} needs it`);
}

/** A list of numbers, or one number alone. @throws Refusal where it cannot be read, or is not said */
export function moreNumbers(layer: Layer, key: string): readonly number[] {
  const value = valueOf(layer.more[key]);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((size) => {
    if (typeof size !== "number") throw new Refusal(pathOf(layer, key), "it cannot be read from the text");
    return size;
  });
}

/** A name of another part of the network. @throws Refusal where it is not said */
export function moreName(layer: Layer, key: string): string {
  const value = valueOf(layer.more[key]);
  if (typeof value !== "string") throw new Refusal(pathOf(layer, key), `a ${layer.kind} needs the name of an input`);
  return value;
}
