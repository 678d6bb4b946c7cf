import { createHash } from "node:crypto";
import type { Network } from "../../../core/src/model/network.js";
import { inspectNetwork } from "../../../core/src/resolve/inspect.js";

/** A short hash of everything in force: the same for texts that say the same, whatever their layout. */
export function configHash(network: Network): string {
  const nowhere = { line: 0, character: 0 };
  const values = JSON.stringify(
    inspectNetwork(network, () => ({ start: nowhere, end: nowhere })),
    (key, value: unknown) => (key === "range" || key === "origin" ? undefined : value),
  );
  return createHash("sha256").update(values).digest("hex").slice(0, 16);
}
