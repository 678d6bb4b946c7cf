import { fullBptt } from "./full-bptt.js";
import { outputLayer } from "./output-layer.js";
import { tbpttIgnored } from "./tbptt-ignored.js";
import { tbpttLastStep } from "./tbptt-last-step.js";
import { tbpttLengths } from "./tbptt-lengths.js";

/** Rules on recurrent networks. */
export const rules = [fullBptt, tbpttIgnored, tbpttLengths, tbpttLastStep, outputLayer] as const;
