import type { ProjectFacts } from "../../../core/src/model/project.js";

/** A project of which nothing is known. */
export const bareProject: ProjectFacts = { version: null, configuration: { preset: "recommended", rules: {} } };
