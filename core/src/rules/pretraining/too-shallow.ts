import { hiddenLayers, innermost } from "../../resolve/layers-of.js";
import { defineRule } from "../define-rule.js";
import { trainingExamples } from "../epochs/training-size.js";
import { pretrainedLayers } from "./pretrained-layers.js";

/** A deep-belief net that is not deep, for much data. */
export const tooShallow = defineRule({
  id: "pretraining/too-shallow",
  severity: "info",
  options: { examples: 100_000, layers: 3 },

  check({ network, options, report }) {
    const examples = trainingExamples(network);
    const layer = pretrainedLayers(network).findLast((one) => innermost(one).kind === "RBM");
    const count = hiddenLayers(network).length;
    if (!layer || !examples || examples.count <= options.examples || count >= options.layers) return;
    report({
      at: { anchor: innermost(layer).kindRange },
      layer,
      message: `${count} hidden ${count === 1 ? "layer" : "layers"} for ${examples.count} examples.`,
      detail:
        "Larger data sets require more hidden layers: they contain more variation, which requires more features for the net to obtain accurate results.",
    });
  },
});
