import { repeatedIterations } from "./repeated-iterations.js";
import { singlePass } from "./single-pass.js";

/** Rules on epochs and iterations. */
export const rules = [repeatedIterations, singlePass] as const;
