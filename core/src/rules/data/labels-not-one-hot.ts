import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf, type Report } from "../define-rule.js";
import { isSoftmaxClassifier, lossOf, onlyOutput, sizedOutput } from "./classifier-output.js";
import { columnsNamed, findColumn, singleLabel } from "./columns.js";

/** Class labels that reach a softmax as one number. */
export const labelsNotOneHot = defineRule({
  id: "data/labels-not-one-hot",
  severity: "error",

  check({ network, report }) {
    const output = onlyOutput(network);
    if (!output || !isSoftmaxClassifier(network, output)) return;
    const found = numberLabels(network);
    if (!found) return;
    report({
      at: found.at,
      message: `${found.what}; softmax with ${lossOf(output) ?? "MCXENT"} needs one-hot labels.`,
      detail:
        "Classes are generally given as one-hot vectors: with 3 classes the labels are [1,0,0], [0,1,0] and [0,0,1]. " +
        "One number in their place has the wrong shape, and would make class 2 twice class 1.",
      fixes: toOneHot(network, output),
    });
  },
});

const kinds: Readonly<Record<string, string>> = { index: "an index", real: "a real number", binary: "one yes or no" };

/** Labels of one number each, and where the text says so. Several label columns may be one-hot as they stand. */
function numberLabels({ data }: Network): { readonly at: Report["at"]; readonly what: string } | undefined {
  const { labels, label, train } = data;
  const columns = columnsNamed(label);
  if (columns && columns.length > 1) return undefined;
  if (valueOf(label) === "features" || !isKnown(train)) return undefined;
  const { name, args } = train.value;
  if (valueOf(args.regression) === true && isKnown(args.regression))
    return { at: args.regression, what: "The iterator reads the labels as numbers (regression)" };
  if (labels !== undefined) {
    const kind = valueOf(labels)?.name;
    const said = kind === undefined ? undefined : kinds[kind];
    return said === undefined ? undefined : { at: labels, what: `Each label is ${said}` };
  }
  const column = singleLabel(data);
  if ((name !== "csv" && name !== "csvSequence") || column === undefined || label === undefined) return undefined;
  return { at: label, what: `Nothing says how many classes ${JSON.stringify(column)} has, so each label is one number` };
}

/** As many classes as the output has units; none where the column holds fractions. */
function toOneHot(network: Network, output: Layer): readonly Fix[] {
  const { data } = network;
  const classes = valueOf(sizedOutput(network, output)?.nOut);
  const column = singleLabel(data);
  const profile = data.trainProfile && column !== undefined ? findColumn(data.trainProfile, column) : undefined;
  if (classes === undefined || classes < 2 || profile?.type === "number") return [];
  return [preferred(suggest(`Set labels to oneHot(${classes})`, set(data.labels ?? "data.labels", { name: "oneHot", args: { classes } })))];
}
