import type { ProjectFacts } from "../../../core/src/model/index.js";

/** A project of which nothing is known. */
export const bareProject: ProjectFacts = { version: null, configuration: { preset: "recommended", rules: {} } };
