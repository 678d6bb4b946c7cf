import type { Change, Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { outputActivation } from "../activation/output-activation.js";
import { ownAddress } from "../activation/own-address.js";
import { set, suggest, valueOf } from "../define-rule.js";
import { singleLabel } from "../data/columns.js";
import { isSingleUnit, type Task } from "./task.js";

/** The loss and the output activation that the guideline names for a task. */
export function pairFor(task: Task, output: Layer): { readonly loss: string; readonly activation: string } {
  if (task === "regression") return { loss: "MSE", activation: "IDENTITY" };
  return task === "classes" && !isSingleUnit(output) ? { loss: "MCXENT", activation: "SOFTMAX" } : { loss: "XENT", activation: "SIGMOID" };
}

/** Writes the loss and, where another one is in force, the activation that goes with it. */
export function writePair(network: Network, output: Layer, task: Task): Fix[] {
  const { loss, activation } = pairFor(task, output);
  const inForce = outputActivation(network, output);
  if (!output.loss) return [];
  const labels = loss === "MCXENT" ? oneHotLabels(network, output) : { title: "", changes: [] };
  const changes: Change[] = [set(output.loss, loss), ...labels.changes];
  if (!inForce || inForce.name === activation) return [suggest(`Set loss to ${loss}${labels.title}`, ...changes)];
  changes.push(set(ownAddress(network, inForce.owner, inForce.setting), activation));
  return [suggest(`Set loss to ${loss} and activation to ${activation}${labels.title}`, ...changes)];
}

/**
 * What a softmax with cross entropy needs besides: a label column that nothing turns into classes becomes one-hot.
 * Empty where the labels are said otherwise, or are not known.
 */
export function oneHotLabels({ data }: Network, output: Layer): { readonly title: string; readonly changes: readonly Change[] } {
  const classes = valueOf(output.nOut);
  const source = valueOf(data.train)?.name;
  const isNumber = (source === "csv" || source === "csvSequence") && data.labels === undefined && singleLabel(data) !== undefined;
  if (!isNumber || classes === undefined || classes < 2) return { title: "", changes: [] };
  return { title: ` and labels to oneHot(${classes})`, changes: [set("data.labels", { name: "oneHot", args: { classes } })] };
}
