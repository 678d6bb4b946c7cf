import { implicit } from "./implicit.js";
import { removed } from "./removed.js";
import { unfitForPretraining } from "./unfit-for-pretraining.js";
import { unfitForTask } from "./unfit-for-task.js";

/** Rules on loss functions. */
export const rules = [unfitForTask, unfitForPretraining, implicit, removed] as const;
