import { implicitSigmoid } from "./implicit-sigmoid.js";
import { saturating } from "./saturating.js";
import { unfitForLoss } from "./unfit-for-loss.js";
import { unfitForRecurrent } from "./unfit-for-recurrent.js";

/** Rules on activation functions. */
export const rules = [implicitSigmoid, saturating, unfitForRecurrent, unfitForLoss] as const;
