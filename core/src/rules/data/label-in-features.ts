import { isCall } from "../../model/value.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { columnsNamed, findColumn, type ColumnName } from "./columns.js";

/** The answer among the inputs. */
export const labelInFeatures = defineRule({
  id: "data/label-in-features",
  severity: "error",

  check({ network, report }) {
    const { features, label, trainProfile } = network.data;
    const inputs = columnsNamed(features);
    const targets = columnsNamed(label);
    if (!features || !inputs || !targets || valueOf(label) === "features") return;
    const index = (name: ColumnName) => (trainProfile ? findColumn(trainProfile, name)?.index : undefined) ?? name;
    const given = new Set(targets.map(index));
    const both = inputs.filter((name) => given.has(index(name)));
    const [first] = both;
    if (first === undefined) return;
    const rest = inputs.filter((name) => !both.includes(name));
    const isList = isKnown(features) && !isCall(features.value);
    report({
      at: features,
      message: `The label ${JSON.stringify(first)} is also a feature.`,
      detail: "The network is given the answer: it learns to copy it, scores perfectly, and knows nothing about data without labels.",
      fixes: isList && rest.length > 0 ? [preferred(suggest("Take the label out of the features", set(features, rest)))] : [],
    });
  },
});
