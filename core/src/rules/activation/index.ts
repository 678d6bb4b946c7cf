import { boundedRegression } from "./bounded-regression.js";
import { doubled } from "./doubled.js";
import { implicitOutput } from "./implicit-output.js";
import { implicitSigmoid } from "./implicit-sigmoid.js";
import { linearHidden } from "./linear-hidden.js";
import { saturating } from "./saturating.js";
import { singleUnitSoftmax } from "./single-unit-softmax.js";
import { softmaxHidden } from "./softmax-hidden.js";
import { unfitForLoss } from "./unfit-for-loss.js";
import { unfitForRecurrent } from "./unfit-for-recurrent.js";

/** Rules on activation functions. */
export const rules = [
  implicitSigmoid,
  saturating,
  linearHidden,
  softmaxHidden,
  doubled,
  unfitForRecurrent,
  singleUnitSoftmax,
  unfitForLoss,
  implicitOutput,
  boundedRegression,
] as const;
