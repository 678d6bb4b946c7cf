import { apiOf } from "../../facts/api.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";

/** What stands in for a loss that is gone. */
const successors: Readonly<Record<string, string>> = { EXPLL: "POISSON", RMSE_XENT: "XENT" };

/** A loss that the version in use no longer has. */
export const removed = defineRule({
  id: "loss/removed",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { version, versionFrom } = network.framework;
    // A version worked out from the calls has them all.
    if (versionFrom !== "build file" && versionFrom !== "setting") return;
    for (const use of network.written.apiUses) {
      if (use.kind !== "constant" || !use.owner.endsWith("LossFunction")) continue;
      const gone = apiOf("LossFunction", use.name, 0)?.removedIn;
      if (gone === undefined || !atLeast(version, gone)) continue;
      const successor = successors[use.name];
      report({
        at: { anchor: use.range, ...(use.address !== null && { path: use.address }) },
        message: `The loss ${use.name} is gone: Deeplearning4j ${gone} removed it, and this is ${version}.`,
        detail: `The code does not compile against ${version}.${use.name === "CUSTOM" ? " A loss of your own is given as an object: lossFunction(new …)." : ""}`,
        fixes:
          successor === undefined || use.address === null
            ? []
            : [preferred(suggest(`Set loss to ${successor}`, set(use.address, successor)))],
      });
    }
  },
});
