import { symmetric } from "./symmetric.js";
import { unfitForRelu } from "./unfit-for-relu.js";

/** Rules on the initial weights. */
export const rules = [symmetric, unfitForRelu] as const;
