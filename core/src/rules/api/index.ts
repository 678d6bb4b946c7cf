import { deprecated } from "./deprecated.js";
import { noSeed } from "./no-seed.js";
import { removed } from "./removed.js";

/** Rules on what changed between Deeplearning4j's versions. */
export const rules = [removed, deprecated, noSeed] as const;
