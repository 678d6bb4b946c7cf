import { defineRule, isKnown, valueOf } from "../define-rule.js";
import { columnText } from "./columns.js";
import { usedColumns } from "./profile-columns.js";

/** Class labels that are not the numbers 0 … n − 1. */
export const labelValues = defineRule({
  id: "data/label-values",
  severity: "error",

  check({ network, report }) {
    const { label, labels } = network.data;
    const used = usedColumns(network);
    const [column, another] = used?.labels ?? [];
    // Names of classes are counted through, in the order of the alphabet.
    if (!label || !column || another || !isKnown(labels) || column.type === "text" || column.type === "empty") return;
    if (labels.value.name !== "oneHot" && labels.value.name !== "index") return;
    const classes = valueOf(labels.value.args.classes);
    const { min, max, distinct } = column;
    if (typeof classes !== "number" || min === null || max === null) return;
    // `.nnet` and its runner count the different values through; a record reader takes the number itself as the class.
    if (network.notation === "nnet" && labels.value.name === "oneHot" && distinct?.length === classes && column.type === "integer") return;
    const isFraction = column.type === "number";
    if (!isFraction && min >= 0 && max < classes) return;
    report({
      at: label,
      message: isFraction
        ? `${columnText(column)} holds fractions between ${min} and ${max}, not classes.`
        : `${columnText(column)} runs from ${min} to ${max}; ${numbering(classes)}.`,
      detail: isFraction
        ? "Classes are whole numbers. A label that was divided, by 255 for example, or that is an amount is no class."
        : "Each number stands for the place of the 1 in a one-hot vector: with 3 classes 0 is [1,0,0] and 2 is [0,0,1].",
    });
  },
});

function numbering(classes: number): string {
  return classes === 1 ? "a single class has the number 0" : `${classes} classes are numbered from 0 to ${classes - 1}`;
}
