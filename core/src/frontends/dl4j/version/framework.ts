import { newestRelease } from "../../../facts/versions.js";
import type { ProjectFacts } from "../../../model/project.js";
import type { ApiUse, Framework } from "../../../model/written.js";
import type { Import } from "../program/program.js";
import { versionFromCalls } from "./from-calls.js";

/**
 * The framework's version: from build files and settings, else from the calls that are written, else the newest.
 * @param last releases after which something that is written was gone
 */
export function frameworkOf(
  uses: readonly ApiUse[],
  imports: readonly Import[],
  last: readonly string[],
  project: ProjectFacts,
): Framework {
  if (project.version) return { name: "dl4j", version: project.version.value, versionFrom: project.version.from };
  const version = versionFromCalls(uses, imports, last);
  return version === undefined
    ? { name: "dl4j", version: newestRelease, versionFrom: "default" }
    : { name: "dl4j", version, versionFrom: "calls" };
}
