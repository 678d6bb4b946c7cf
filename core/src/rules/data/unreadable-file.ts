import type { DataFault } from "../../model/data-profile.js";
import type { Network } from "../../model/network.js";
import { isKnown, type Setting } from "../../model/setting.js";
import { isCall, type Call } from "../../model/value.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";

/** A data file that is there, and is not what the text says. */
export const unreadableFile = defineRule({
  id: "data/unreadable-file",
  severity: "error",

  check({ network, report }) {
    const { train, test, trainFault, testFault } = network.data;
    for (const [key, source, fault] of [["train", train, trainFault] as const, ["test", test, testFault] as const]) {
      if (!source || !fault) continue;
      report({
        at: source,
        severity: fault.isMild === true ? "warning" : "error",
        message: `${fault.path} ${fault.fault}.`,
        detail: fault.isMild === true ? lost : "The training cannot begin, or begins with other numbers than are meant.",
        fixes: fixes(network, key, source, fault),
      });
    }
  },
});

const lost = "The first row is taken for the names of the columns: one example is lost, and no column can be named.";

/** In `.nnet` a source says how it is read; a record reader's arguments are left alone. */
function fixes({ notation }: Network, key: "train" | "test", source: Setting<Call>, { instead }: DataFault) {
  if (!instead || notation !== "nnet" || !isKnown(source) || !isCall(source.value)) return [];
  const change = set(`data.${key}.${instead.key}`, instead.value);
  const shown = instead.key === "delimiter" ? (inWords[instead.value] ?? instead.value) : String(instead.value);
  return [preferred(suggest(`Set ${instead.key} to ${shown}`, change))];
}

const inWords: Readonly<Record<string, string>> = { "\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars" };
