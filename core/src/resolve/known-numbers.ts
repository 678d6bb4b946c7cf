import type { Layer } from "../model/network.js";
import { valueOf } from "../model/setting.js";

// Arithmetic with numbers that may be unknown: what comes of one is unknown.

export function sum(...numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((total, one) => (total === undefined || one === undefined ? undefined : total + one), 0);
}

export function product(...numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((total, one) => (total === undefined || one === undefined ? undefined : total * one), 1);
}

/** A number that only some kinds of layers have. @param usual where the text says none */
export function numberOf(more: Layer["more"], key: string, usual?: number): number | undefined {
  const setting = more[key];
  const value = setting ? valueOf(setting) : usual;
  return typeof value === "number" ? value : undefined;
}
