import type { ProjectFacts } from "../../../model/project.js";
import type { ApiUse, Framework } from "../../../model/written.js";
import { versionFromCalls } from "./from-calls.js";

/** The version when nothing says it: the newest release. */
const newest = "1.0.0-M2.1";

/**
 * The framework's version: from build files and settings, else from the calls that are written.
 * @param last releases after which something that is written was gone
 */
export function frameworkOf(uses: readonly ApiUse[], last: readonly string[], project: ProjectFacts): Framework {
  if (project.version) return { name: "dl4j", version: project.version.value, versionFrom: project.version.from };
  const version = versionFromCalls(uses, last);
  return version === undefined
    ? { name: "dl4j", version: newest, versionFrom: "default" }
    : { name: "dl4j", version, versionFrom: "calls" };
}
