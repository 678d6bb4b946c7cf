import { graph } from "./graph.js";
import { layerIndex } from "./layer-index.js";
import { noBackprop } from "./no-backprop.js";
import { noOutput } from "./no-output.js";
import { outputNotLast } from "./output-not-last.js";
import { tooDeepForData } from "./too-deep-for-data.js";

/** Rules on how the layers hang together. */
export const rules = [layerIndex, noOutput, outputNotLast, graph, noBackprop, tooDeepForData] as const;
