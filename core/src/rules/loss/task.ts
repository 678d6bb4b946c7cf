import type { Layer, Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { nameOf } from "../../model/value.js";
import { onlyOutput, sizedOutput } from "../data/classifier-output.js";
import { iteratorClasses } from "../data/fetched-data.js";

/** What the labels are: one class of several, answers of yes or no, or real numbers. */
export type Task = "classes" | "yes or no" | "regression";

/** What a network is to learn, as far as its data says; `undefined` when it does not, or with several outputs. */
export function taskOf(network: Network): Task | undefined {
  const { data, outputs } = network;
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
      if (data.labels !== undefined) return undefined;
      return train?.name === "builtin" ? builtinTask(valueOf(train.args.name)) : fetchedTask(network);
  }
}

/** Of the language's own data sets only `sine` has real targets. */
function builtinTask(name: unknown): Task {
  return name === "sine" ? "regression" : "classes";
}

/** The data sets that Deeplearning4j fetches have classes, where the network has a unit for each. */
function fetchedTask(network: Network): Task | undefined {
  const output = onlyOutput(network);
  const classes = iteratorClasses[nameOf(valueOf(valueOf(network.data.train)?.args.class)) ?? ""];
  return output && classes !== undefined && valueOf(sizedOutput(network, output)?.nOut) === classes ? "classes" : undefined;
}

/** True where softmax would say nothing: a single unit is always 1. */
export function isSingleUnit({ nOut }: Layer): boolean {
  return valueOf(nOut) === 1;
}
