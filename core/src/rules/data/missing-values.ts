import { defineRule } from "../define-rule.js";
import { columnText } from "./columns.js";
import { usedColumns } from "./profile-columns.js";

/** Cells without a value in a column that is used. */
export const missingValues = defineRule({
  id: "data/missing-values",
  severity: "error",

  check({ network, report }) {
    const { train } = network.data;
    const used = usedColumns(network);
    if (!train || !used) return;
    const column = [...used.features, ...used.labels].find(({ decimalComma }) => decimalComma !== null);
    if (column) {
      report({
        at: train,
        message: `${columnText(column)} has decimal commas: ${column.decimalComma ?? ""} is no number.`,
        detail: "Numbers are read with a point: 1.5. A comma makes a cell a text, which no network takes. Write the file anew with points.",
      });
      return;
    }
    const gaps = [...used.features, ...used.labels].filter(({ missing }) => missing > 0);
    const [first] = gaps;
    if (!first) return;
    const row = first.firstMissingRow;
    const others = gaps.length > 1 ? `, and so have ${gaps.length - 1} more columns` : "";
    report({
      at: train,
      message: `${columnText(first)} has ${first.missing} ${first.missing === 1 ? "cell" : "cells"} without a number${row === null ? "" : `, the first in row ${row}`}${others}.`,
      detail:
        "One value that is not a number makes the loss, every gradient and then every weight not a number. Leave such rows out, or fill them, with the column's mean for example.",
    });
  },
});
