import { coefficientRange } from "./coefficient-range.js";
import { costlyAlgorithm } from "./costly-algorithm.js";
import { momentumRange } from "./momentum-range.js";
import { none } from "./none.js";
import { plainSgd } from "./plain-sgd.js";
import { unsteadyNadam } from "./unsteady-nadam.js";
import { unusedCoefficient } from "./unused-coefficient.js";

/** Rules on updaters and optimization algorithms. */
export const rules = [plainSgd, costlyAlgorithm, none, unsteadyNadam, momentumRange, unusedCoefficient, coefficientRange] as const;
