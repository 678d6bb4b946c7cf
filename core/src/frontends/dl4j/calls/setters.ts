import { lookUp } from "./meaning.js";

/** Setters that are named otherwise than the builder's call, which the library's fields say. */
const named: Readonly<Record<string, string>> = {
  setIUpdater: "updater",
  setActivationFn: "activation",
  setWeightInitFn: "weightInit",
  setLossFn: "lossFunction",
  setIDropout: "dropOut",
  setIdropOut: "dropOut",
};

/** The builder's call that a setter stands for: `setNOut` for `nOut`, on a builder or on what it built; any other name as it is. */
export function callOfSetter(name: string): string {
  const [, first, rest] = /^set([A-Z])(\w*)$/.exec(name) ?? [];
  return lookUp(named, name) ?? (first === undefined || rest === undefined ? name : first.toLowerCase() + rest);
}
