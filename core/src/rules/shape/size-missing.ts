import type { Layer, Network } from "../../model/network.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { innermost, isFrozen } from "../../resolve/layers-of.js";
import { defineRule, isKnown } from "../define-rule.js";

/** Layers whose size has to be written. */
const sized: ReadonlySet<string> = new Set(["feedForward", "output", "recurrent", "convolution", "pretraining", "embedding"]);
/** Kinds of these categories that take the size of their input, or of their group. */
const unsized: ReadonlySet<string> = new Set(["DepthwiseConvolution2D", "ElementWiseMultiplicationLayer", "OCNNOutputLayer"]);

/** A layer without a size, or with one that is none. */
export const sizeMissing = defineRule({
  id: "shape/size-missing",
  severity: "error",

  check({ network, report }) {
    if (network.kind === "transfer") return;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const facts = layerFacts[layer.kind];
      if (!facts?.weights || !sized.has(facts.category) || unsized.has(layer.kind) || isFrozen(outer)) continue;
      for (const key of ["nIn", "nOut"] as const) {
        const size = layer[key];
        if (isKnown(size) && size.range !== null && size.value <= 0)
          report({
            at: size,
            layer: outer,
            message: `${key} is ${size.value}: a layer needs at least one ${key === "nIn" ? "input" : "unit"}.`,
            detail: "Deeplearning4j throws when the network is built or initialized.",
          });
        else if (size === undefined && isUnsaid(network, outer, key))
          report({
            at: { anchor: layer.kindRange, path: `layers.${outer.index}.${key}` },
            layer: outer,
            message: `${key} is not written, and nothing says it.`,
            detail:
              key === "nIn" && layer.kind.startsWith("Embedding")
                ? "An embedding's input is one column of indices: its nIn is how many different indices there are."
                : "Deeplearning4j throws when the network is built or initialized.",
          });
      }
    }
  },
});

/** Where a network has no input type, that is what is missing: `shape/input-type-missing`. */
function isUnsaid(network: Network, outer: Layer, key: "nIn" | "nOut"): boolean {
  if (key === "nOut") return true;
  return network.notation === "nnet" && innermost(outer).kind.startsWith("Embedding");
}
