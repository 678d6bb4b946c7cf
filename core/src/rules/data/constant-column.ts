import { defineRule, valueOf } from "../define-rule.js";
import { columnText } from "./columns.js";
import { usedColumns } from "./profile-columns.js";

/** A feature that is the same in every row. */
export const constantColumn = defineRule({
  id: "data/constant-column",
  severity: "info",
  options: { rows: 10 },

  check({ network, options, report }) {
    const { train } = network.data;
    const used = usedColumns(network);
    if (!train || !used || used.profile.rows < options.rows) return;
    // Pixels at the border of images are often all the same.
    if (network.inputs.some(({ type }) => valueOf(type)?.kind.startsWith("convolutional"))) return;
    const constant = used.features.filter(({ missing, min, max }) => missing === 0 && min !== null && min === max);
    const [first] = constant;
    if (!first || constant.length > used.features.length / 20 + 2) return;
    const others = constant.length > 1 ? `, and so are ${constant.length - 1} more columns` : "";
    report({
      at: train,
      message: `${columnText(first)} is ${first.min} in every row${others}.`,
      detail:
        "A feature that never changes tells the network nothing, and standardizing it divides by a standard deviation of 0. Leave it out with features.",
    });
  },
});
