import { keepsTooLittle } from "./keeps-too-little.js";
import { notEnabled } from "./not-enabled.js";
import { tooStrong } from "./too-strong.js";

/** Rules on l1, l2 and dropout. */
export const rules = [notEnabled, tooStrong, keepsTooLittle] as const;
