import type { Arguments } from "../../../model/value.js";
import type { ApiUse } from "../../../model/written.js";

/** What of a network tells which form of a call is meant. */
interface Forms {
  readonly train: Arguments;
  readonly layers: readonly unknown[];
  readonly apiUses: readonly ApiUse[];
}

/** The last releases that have the written forms of calls whose names live on with other arguments. */
export function lastReleasesOfForms({ train, layers, apiUses }: Forms): readonly string[] {
  // regularization(boolean); from 1.0.0-beta4 on it takes a list
  const isSwitch = typeof train.regularization?.value === "boolean";
  // list(int); a single argument that is a layer makes a network of one
  const isCounted =
    layers.length > 1 && apiUses.some(({ name, owner, argumentCount }) => name === "list" && argumentCount === 1 && /Builder$/.test(owner));
  return [...(isSwitch ? ["0.9.1"] : []), ...(isCounted ? ["0.5.0"] : [])];
}
