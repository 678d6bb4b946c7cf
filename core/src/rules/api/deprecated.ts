import { apiOf } from "../../facts/api.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule } from "../define-rule.js";
import { successorOf } from "./successors.js";

/** A call, class or constant that the version in use still has, and advises against. */
export const deprecated = defineRule({
  id: "api/deprecated",
  severity: "hint",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { version, versionFrom } = network.framework;
    // A version worked out from the calls is only one of those that have them.
    if (versionFrom !== "build file" && versionFrom !== "setting") return;
    for (const use of network.written.apiUses) {
      const life = apiOf(use.owner, use.name, use.argumentCount);
      const { deprecatedSince: since, removedIn } = life ?? {};
      if (since === undefined || !atLeast(version, since) || (removedIn !== undefined && atLeast(version, removedIn))) continue;
      // What belongs to a deprecated class is said once, of the class.
      const ofClass = use.kind === "method" ? apiOf(use.owner, use.owner, 0)?.deprecatedSince : undefined;
      if (ofClass !== undefined && atLeast(version, ofClass)) continue;
      const { advice, fixes } = successorOf(network, use);
      report({
        at: { anchor: use.range, ...(use.address !== null && { path: use.address }) },
        deprecated: true,
        message: `${use.kind === "constant" ? `${use.owner}.${use.name}` : use.name.replace(/\.Builder$/, "")} is deprecated from Deeplearning4j ${since} on${removedIn === undefined ? "" : `, and gone in ${removedIn}`}.`,
        detail: advice,
        fixes,
      });
    }
  },
});
