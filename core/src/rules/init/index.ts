import { largeBias } from "./large-bias.js";
import { layerDistribution } from "./layer-distribution.js";
import { offScale } from "./off-scale.js";
import { symmetric } from "./symmetric.js";
import { unfitForRelu } from "./unfit-for-relu.js";
import { unfitForSaturating } from "./unfit-for-saturating.js";
import { unusedDistribution } from "./unused-distribution.js";

/** Rules on the initial weights. */
export const rules = [symmetric, offScale, unfitForRelu, unfitForSaturating, unusedDistribution, layerDistribution, largeBias] as const;
