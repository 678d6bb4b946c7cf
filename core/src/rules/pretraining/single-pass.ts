import type { Network } from "../../model/network.js";
import { isOldApi } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
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
    if (pretrainedLayers(network).length === 0 || !isKnown(pretrain) || passesOf(network, pretrain.value) !== 1) return;
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

/** Up to 0.9.1 each fit pretrains before it trains (`MultiLayerNetwork.fit(DataSetIterator)`), and so does each call of pretrain. */
function passesOf({ notation, framework, train, written }: Network, pretrain: boolean | number): number | undefined {
  if (typeof pretrain === "number") return pretrain;
  if (!pretrain) return 0;
  if (notation === "nnet" || !isOldApi(framework.version)) return 1;
  const { pretrainCalls } = written.train;
  const [fits, calls] = [valueOf(train.epochs), pretrainCalls ? valueOf(pretrainCalls) : 0];
  return typeof fits === "number" && typeof calls === "number" ? fits + calls : undefined;
}
