import type { Notation } from "../../model/written.js";
import type { Call, NewValue } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";

/** Deeplearning4j's class for each scaling. */
const classes: Readonly<Record<string, string>> = {
  standardize: "NormalizerStandardize",
  minMax: "NormalizerMinMaxScaler",
  imageScale: "ImagePreProcessingScaler",
};

/** The bounds that a scaling scales to: as written, else 0 and 1; `undefined` when unknown, and for scalings without bounds. */
export function boundsOf({ name, args }: Call): readonly [number, number] | undefined {
  if (name !== "minMax" && name !== "imageScale") return undefined;
  const lo = args.lo === undefined ? 0 : valueOf(args.lo);
  const hi = args.hi === undefined ? 1 : valueOf(args.hi);
  return typeof lo === "number" && typeof hi === "number" ? [lo, hi] : undefined;
}

/** A scaling as its notation writes it: `minMax(0, 1)`, `NormalizerMinMaxScaler(0, 1)`. */
export function scalingText(scaling: Call, notation: Notation): string {
  const bounds = boundsOf(scaling);
  const name = notation === "nnet" ? scaling.name : (classes[scaling.name] ?? scaling.name);
  return bounds ? `${name}(${bounds.join(", ")})` : name;
}

/** The same scaling as a value to write. */
export function scalingValue(scaling: Call): NewValue {
  const bounds = boundsOf(scaling);
  return { name: scaling.name, args: bounds ? { lo: bounds[0], hi: bounds[1] } : {} };
}
