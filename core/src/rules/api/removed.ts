import type { ApiUse } from "../../model/written.js";
import type { Network } from "../../model/network.js";
import { defineRule } from "../define-rule.js";
import { atLeast } from "../../facts/versions.js";
import { removedForm } from "./overloads.js";
import { removalOf } from "./removed-names.js";
import { successorOf } from "./successors.js";

/** A call, class or constant that the version in use no longer has. */
export const removed = defineRule({
  id: "api/removed",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { version, versionFrom } = network.framework;
    // A version worked out from the calls has them all.
    if (versionFrom !== "build file" && versionFrom !== "setting") return;
    for (const use of network.written.apiUses) {
      const gone = goneIn(network, use);
      if (!gone || !atLeast(version, gone.removedIn)) continue;
      const { advice, fixes } = successorOf(network, use);
      report({
        at: { anchor: use.range, ...(use.address !== null && { path: use.address }) },
        message: `${gone.form} is gone: Deeplearning4j ${gone.removedIn} removed it, and this is ${version}.`,
        detail: `The code does not compile against ${version}. ${advice}`.trim(),
        fixes,
      });
    }
  },
});

function goneIn(network: Network, use: ApiUse): { readonly form: string; readonly removedIn: string } | undefined {
  const removedIn = removalOf(use);
  if (removedIn === undefined) return removedForm(network, use);
  const name = use.name.replace(/\.Builder$/, "");
  return { form: use.kind === "constant" ? `${use.owner}.${name}` : name, removedIn };
}
