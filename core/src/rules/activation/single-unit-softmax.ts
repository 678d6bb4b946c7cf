import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { regressionLosses } from "../../facts/loss-activations.js";
import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";
import { isSingleUnit, taskOf } from "../loss/task.js";
import { ownAddress } from "./own-address.js";
import { outputActivation, outputLayers, type OutputActivation } from "./output-activation.js";

/** Softmax over one unit, which is always 1. */
export const singleUnitSoftmax = defineRule({
  id: "activation/single-unit-softmax",
  severity: "error",

  check({ network, report }) {
    for (const output of outputLayers(network)) {
      const inForce = outputActivation(network, output);
      if (inForce?.name !== "SOFTMAX" || !isSingleUnit(output.nOut ? output : inForce.owner)) continue;
      const { owner, setting } = inForce;
      const isWritten = setting.origin === "explicit";
      report({
        at: isWritten ? setting : { anchor: owner.kindRange, path: setting.path },
        layer: owner,
        message: isWritten
          ? "Softmax over a single unit is always 1."
          : "The output activation is SOFTMAX where none is written, and over a single unit that is always 1.",
        detail:
          "Softmax makes its units sum to 1: with one unit nothing is left to learn. For one answer of yes or no use sigmoid with XENT, " +
          "for two classes two units, for a number identity with MSE.",
        fixes: fixes(network, output, inForce),
      });
    }
  },
});

/** What fits the loss that is there stands first. */
function fixes(network: Network, output: Layer, { owner, setting }: OutputActivation): Fix[] {
  const activation = ownAddress(network, owner, setting);
  const loss = nameOf(valueOf(output.loss));
  if (!output.loss) return [];
  const isRegression = taskOf(network) === "regression";
  if (isRegression && loss !== undefined && !regressionLosses.has(loss))
    return [preferred(suggest("Set activation to IDENTITY and loss to MSE", set(activation, "IDENTITY"), set(output.loss, "MSE")))];
  const sigmoid = suggest("Set activation to SIGMOID and loss to XENT", set(activation, "SIGMOID"), set(output.loss, "XENT"));
  if (loss === undefined || !regressionLosses.has(loss) || (taskOf(network) ?? "regression") !== "regression") return [preferred(sigmoid)];
  return [preferred(suggest("Set activation to IDENTITY", set(activation, "IDENTITY"))), sigmoid];
}
