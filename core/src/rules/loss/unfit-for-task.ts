import type { Layer, Network } from "../../model/network.js";
import { classLosses, hingeLosses, regressionLosses } from "../../facts/loss-activations.js";
import { defineRule, isKnown, preferred, type Report } from "../define-rule.js";
import { nameOf } from "../../model/value.js";
import { outputActivation, outputLayers } from "../activation/output-activation.js";
import { isSoftmaxClassifier } from "../data/classifier-output.js";
import { writePair } from "./fitting-pair.js";
import { labelsWithin } from "./label-range.js";
import { taskOf, type Task } from "./task.js";

/** A regression loss for classes, or a loss for classes on real targets. */
export const unfitForTask = defineRule({
  id: "loss/unfit-for-task",
  severity: "warning",

  check({ network, report }) {
    for (const output of outputLayers(network)) {
      const { loss } = output;
      const name = isKnown(loss) ? nameOf(loss.value) : undefined;
      if (!isKnown(loss) || name === undefined) continue;
      const inForce = outputActivation(network, output)?.name;
      const task = taskOf(network) ?? (inForce === "SOFTMAX" ? "classes" : undefined);
      if (task === "regression") {
        // A softmax with real labels is data/labels-not-one-hot; binary cross entropy bears soft labels between 0 and 1.
        const bears = isSoftmaxClassifier(network, output) || (name === "XENT" && labelsWithin(network, 0, 1));
        if (classLosses.has(name) && !bears)
          report({ ...forRegression(network, output, name), severity: "error", at: loss, layer: output });
      } else if (task !== undefined && (regressionLosses.has(name) || hingeLosses.has(name))) {
        report({ ...forClasses(network, output, name, task), at: loss, layer: output });
      }
    }
  },
});

type Said = Pick<Report, "message" | "detail" | "fixes">;

function forRegression(network: Network, output: Layer, name: string): Said {
  return {
    message: `${name} is a loss for classes, but the labels are real numbers.`,
    detail:
      "Cross entropy reads labels as probabilities; with other numbers its score has no lower end and means nothing. " +
      "For regression, MSE (mean squared error) with the identity activation is frequently a good choice.",
    fixes: writePair(network, output, "regression").map(preferred),
  };
}

function forClasses(network: Network, output: Layer, name: string, task: Exclude<Task, "regression">): Said {
  const what = task === "yes or no" ? "answers of yes or no" : "classes";
  return {
    message: hingeLosses.has(name)
      ? `${name} wants labels of -1 and 1, but the labels are ${what}.`
      : `${name} is a loss for regression, but the labels are ${what}.`,
    detail:
      "The purpose of a network determines its loss: for classification use multi-class cross entropy (MCXENT) with softmax, for single answers of yes or no XENT with sigmoid. " +
      "A squared error punishes a confident wrong answer hardly more than a doubtful one.",
    fixes: writePair(network, output, task).map(preferred),
  };
}
