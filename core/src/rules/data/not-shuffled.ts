import { isRecurrent } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, remove, suggest, valueOf } from "../define-rule.js";

/** Training data in the order of its file. */
export const notShuffled = defineRule({
  id: "data/not-shuffled",
  severity: "info",

  check({ network, report }) {
    const { shuffle, train } = network.data;
    const source = valueOf(train)?.name;
    if (!isKnown(shuffle) || shuffle.value || shuffle.origin === "default" || source === "csvSequence" || source === "text") return;
    if (network.layers.some(isRecurrent)) return;
    report({
      at: shuffle,
      message: "The training data is not shuffled.",
      detail:
        "Each pass sees the examples in the same order. Where the classes stand in blocks, a minibatch holds one class only, and the network forgets the others.",
      fixes: [preferred(suggest("Shuffle", remove(shuffle)))],
    });
  },
});
