import { classCount } from "./class-count.js";
import { labelsNotOneHot } from "./labels-not-one-hot.js";
import { testScaledDifferently } from "./test-scaled-differently.js";
import { unscaledInput } from "./unscaled-input.js";

/** Rules on the data and its scaling. */
export const rules = [unscaledInput, testScaledDifferently, labelsNotOneHot, classCount] as const;
