import { hiddenLayers } from "../../resolve/layers-of.js";
import { trainingExamples } from "../epochs/training-size.js";
import { defineRule } from "../define-rule.js";

/** Kinds after which a gradient is as large as before. */
const refreshing: ReadonlySet<string> = new Set(["BatchNormalization", "LocalResponseNormalization", "ElementWiseVertex", "MergeVertex"]);

/** Many layers for little data. */
export const tooDeepForData = defineRule({
  id: "structure/too-deep-for-data",
  severity: "info",
  options: { examples: 10_000, layers: 4 },

  check({ network, options, report }) {
    const examples = trainingExamples(network);
    const hidden = hiddenLayers(network);
    const fifth = hidden[options.layers];
    if (!examples?.exact || examples.count >= options.examples || !fifth || network.kind === "transfer") return;
    if (network.layers.some(({ kind }) => refreshing.has(kind))) return;
    report({
      at: { anchor: fifth.kindRange },
      layer: fifth,
      message: `${hidden.length} hidden layers for ${examples.count} examples.`,
      detail:
        "Larger data sets require more hidden layers; many smaller ones might only require three or four, with the accuracy decreasing beyond that depth.",
    });
  },
});
