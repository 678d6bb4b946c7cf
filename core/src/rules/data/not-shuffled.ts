import type { Network } from "../../model/network.js";
import { isRecurrent } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, remove, suggest, valueOf } from "../define-rule.js";
import { labelColumn } from "./columns.js";

/** Training data in the order of its file. */
export const notShuffled = defineRule({
  id: "data/not-shuffled",
  severity: "info",

  check({ network, report }) {
    const { shuffle, train } = network.data;
    const source = valueOf(train)?.name;
    if (!isKnown(shuffle) || shuffle.value || shuffle.origin === "default" || source === "csvSequence" || source === "text") return;
    if (network.layers.some(isRecurrent)) return;
    const blocks = classBlocks(network);
    report({
      at: shuffle,
      severity: blocks === undefined ? "info" : "warning",
      message:
        blocks === undefined
          ? "The training data is not shuffled."
          : `The training data is not shuffled, and its ${blocks} classes stand in blocks.`,
      detail:
        "Each pass sees the examples in the same order. Where the classes stand in blocks, a minibatch holds one class only, and the network forgets the others.",
      fixes: [preferred(suggest("Shuffle", remove(shuffle)))],
    });
  },
});

/** The number of classes where each stands in one block, in a file with more examples than a minibatch takes. */
function classBlocks(network: Network): number | undefined {
  const column = labelColumn(network);
  const batch = valueOf(network.train.batchSize);
  const rows = network.data.trainProfile?.rows ?? 0;
  if (!column?.distinct || column.type === "number" || column.distinct.length < 2 || batch === undefined || rows <= batch) return undefined;
  return column.changes === column.distinct.length - 1 ? column.distinct.length : undefined;
}
