import type { Fit, Uses } from "../data/training.js";
import { usesOf } from "../data/training.js";
import type { Editing } from "./written-file.js";

/** The call that trains the network; `undefined` where there are several, or something else trains it. */
export function onlyFit(editing: Editing): Fit | undefined {
  const { fits } = dataUses(editing);
  return fits.length === 1 && fits[0]?.trainer === undefined ? fits[0] : undefined;
}

/** What the file does with the network. */
export function dataUses({ found, isOnly, recorder }: Editing): Uses {
  return usesOf(found, isOnly, recorder);
}
