import { recurrentUnclipped } from "./recurrent-unclipped.js";

/** Rules on gradient normalization. */
export const rules = [recurrentUnclipped] as const;
