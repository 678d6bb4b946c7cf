import { costlyAlgorithm } from "./costly-algorithm.js";

/** Rules on updaters and optimization algorithms. */
export const rules = [costlyAlgorithm] as const;
