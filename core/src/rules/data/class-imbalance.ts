import { defineRule, isKnown } from "../define-rule.js";
import { columnText, labelColumn } from "./columns.js";

/** Classes of which one is far rarer than another. */
export const classImbalance = defineRule({
  id: "data/class-imbalance",
  severity: "info",
  options: { times: 10, rows: 20 },

  check({ network, options, report }) {
    const { label, labels, train, trainProfile } = network.data;
    const column = labelColumn(network);
    const at = label ?? train;
    if (!at || !trainProfile || !column?.distinct || !column.counts) return;
    const isClass = trainProfile.classes !== undefined || (isKnown(labels) && ["oneHot", "index", "binary"].includes(labels.value.name));
    if (!isClass || trainProfile.rows < options.rows || column.counts.length < 2) return;
    const most = Math.max(...column.counts);
    const fewest = Math.min(...column.counts);
    if (most <= fewest * options.times) return;
    const name = (count: number) => column.distinct?.[column.counts?.indexOf(count) ?? -1] ?? "";
    report({
      at,
      message: `${trainProfile.classes ? "The class" : columnText(column)} is ${name(most)} in ${most} rows and ${name(fewest)} in ${fewest}.`,
      detail:
        "A network that always answers the frequent class scores well on such data and has learnt nothing. Look at precision and recall for each class, repeat the rare rows, or give the rare class a larger weight in the loss.",
    });
  },
});
