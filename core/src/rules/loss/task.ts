import type { Layer, Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";

/** What the labels are: one class of several, answers of yes or no, or real numbers. */
export type Task = "classes" | "yes or no" | "regression";

/** What a network is to learn, as far as its data says; `undefined` when it does not, or with several outputs. */
export function taskOf({ data, outputs }: Network): Task | undefined {
  if (outputs.length > 1 || valueOf(data.label) === "features") return undefined;
  const train = valueOf(data.train);
  if (valueOf(train?.args.regression) === true) return "regression";
  switch (valueOf(data.labels)?.name) {
    case "oneHot":
    case "index":
      return "classes";
    case "binary":
      return "yes or no";
    case "real":
      return "regression";
    default:
      return data.labels === undefined && train?.name === "builtin" ? builtinTask(valueOf(train.args.name)) : undefined;
  }
}

/** Of the language's own data sets only `sine` has real targets. */
function builtinTask(name: unknown): Task {
  return name === "sine" ? "regression" : "classes";
}

/** True where softmax would say nothing: a single unit is always 1. */
export function isSingleUnit({ nOut }: Layer): boolean {
  return valueOf(nOut) === 1;
}
