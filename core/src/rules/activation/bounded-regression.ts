import type { Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { activations } from "../../facts/activations.js";
import { regressionLosses } from "../../facts/loss-activations.js";
import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";
import { taskOf } from "../loss/task.js";
import { ownAddress } from "./own-address.js";
import { outputActivation, outputLayers } from "./output-activation.js";
import { beyond, targetRange } from "./target-range.js";

/** Targets that the output activation cannot reach. */
export const boundedRegression = defineRule({
  id: "activation/bounded-regression",
  severity: "warning",
  options: { tolerance: 0.01 },

  check({ network, options, report }) {
    const [output, another] = outputLayers(network);
    const inForce = output && !another ? outputActivation(network, output) : undefined;
    const range = inForce && activations[inForce.name]?.range;
    const targets = isRegression(network) ? targetRange(network) : undefined;
    if (!output || !inForce || !range || !targets || inForce.name === "SOFTMAX") return;
    const { isBelow, isAbove } = beyond(range, targets, options.tolerance);
    if (!isBelow && !isAbove) return;
    const { owner, setting } = inForce;
    report({
      at: setting.origin === "explicit" ? setting : { anchor: owner.kindRange, path: setting.path },
      layer: owner,
      severity: isBelow && range[0] === 0 && targets.low < 0 ? "error" : "warning",
      message: `${inForce.name} gives ${interval(range)}, but the targets run from ${targets.low} to ${targets.high}.`,
      detail:
        "What lies outside can never be answered. For regression problems, the identity activation is frequently a good choice, in conjunction with the MSE loss.",
      fixes: [preferred(suggest("Set activation to IDENTITY", set(ownAddress(network, owner, setting), "IDENTITY")))],
    });
  },
});

function isRegression(network: Network): boolean {
  const losses = network.layers.map(({ loss }) => nameOf(valueOf(loss)) ?? "");
  return taskOf(network) === "regression" && losses.some((loss) => regressionLosses.has(loss));
}

function interval([low, high]: readonly [number, number]): string {
  if (low === -Infinity) return `values up to ${high}`;
  return high === Infinity ? `values from ${low} up` : `values between ${low} and ${high}`;
}
