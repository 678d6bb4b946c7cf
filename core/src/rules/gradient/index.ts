import { normalizesBatchnorm } from "./normalizes-batchnorm.js";
import { recurrentUnclipped } from "./recurrent-unclipped.js";
import { thresholdRange } from "./threshold-range.js";
import { thresholdUnused } from "./threshold-unused.js";

/** Rules on gradient normalization. */
export const rules = [recurrentUnclipped, thresholdUnused, thresholdRange, normalizesBatchnorm] as const;
