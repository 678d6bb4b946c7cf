import { unfitForTask } from "./unfit-for-task.js";

/** Rules on loss functions. */
export const rules = [unfitForTask] as const;
