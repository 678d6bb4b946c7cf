import { momentumAsRate } from "./momentum-as-rate.js";
import { tooHigh } from "./too-high.js";
import { tooLow } from "./too-low.js";

/** Rules on the learning rate. */
export const rules = [tooHigh, tooLow, momentumAsRate] as const;
