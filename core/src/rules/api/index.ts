import { removed } from "./removed.js";

/** Rules on what changed between Deeplearning4j's versions. */
export const rules = [removed] as const;
