import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { trainingExamples } from "../epochs/training-size.js";
import { pretrainedLayers } from "./pretrained-layers.js";

/** A large data set that is pretrained on once. */
export const singlePass = defineRule({
  id: "pretraining/single-pass",
  severity: "info",
  options: { examples: 50_000, passes: 5 },

  check({ network, options, report }) {
    const { pretrain } = network.train;
    const examples = trainingExamples(network);
    if (pretrainedLayers(network).length === 0 || !isKnown(pretrain) || (pretrain.value !== true && pretrain.value !== 1)) return;
    if (!examples || examples.count <= options.examples) return;
    report({
      at: pretrain,
      message: `${examples.count} examples are pretrained on once.`,
      detail:
        "Large data sets require that you pretrain several times: only with multiple pretrainings will the algorithm learn to correctly weight features in the context of the data set.",
      fixes:
        network.notation === "nnet" ? [preferred(suggest(`Set pretrain to ${options.passes} passes`, set(pretrain, options.passes)))] : [],
    });
  },
});
