import type { Layer, Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { isKnown } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";

/** Coefficients of l1 and l2 regularization, of weights and of biases. */
export type CoefficientKey = "l1" | "l2" | "l1Bias" | "l2Bias";

/** A coefficient as it is written: for the whole run, or for one layer. */
export interface WrittenCoefficient {
  readonly key: CoefficientKey;
  readonly setting: Known<number>;
  /** The layer that it is written on; `undefined` for a global one. */
  readonly layer: Layer | undefined;
}

/** The coefficients that stand in the text, each once. */
export function writtenCoefficients({ train, layers }: Network, keys: readonly CoefficientKey[]): readonly WrittenCoefficient[] {
  return keys.flatMap((key) => {
    const global = { key, setting: train[key], layer: undefined };
    const own = layers.map((layer) => ({ key, setting: innermost(layer)[key], layer }));
    return [global, ...own].flatMap(({ setting, layer }) =>
      isKnown(setting) && setting.origin === "explicit" && setting.range !== null ? [{ key, setting, layer }] : [],
    );
  });
}

/** A coefficient as the field writes it: `0.001`, `1e-4`. */
export function coefficientText(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
}
