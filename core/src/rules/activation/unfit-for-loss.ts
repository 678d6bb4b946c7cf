import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import {
  classLosses,
  hingeLosses,
  lossActivations,
  lossOfActivation,
  multiClassLosses,
  regressionLosses,
} from "../../facts/loss-activations.js";
import { activations } from "../../facts/activations.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { nameOf } from "../../model/value.js";
import { oneHotLabels, writePair } from "../loss/fitting-pair.js";
import { isSingleUnit, taskOf, type Task } from "../loss/task.js";
import { ownAddress } from "./own-address.js";
import { outputActivation, outputLayers, type OutputActivation } from "./output-activation.js";
import { beyond, targetRange } from "./target-range.js";

/** An output activation with a loss that cannot use what comes out of it. */
export const unfitForLoss = defineRule({
  id: "activation/unfit-for-loss",
  severity: "error",

  check({ network, report }) {
    for (const output of outputLayers(network)) {
      const loss = nameOf(valueOf(output.loss));
      const inForce = outputActivation(network, output);
      const table = loss === undefined ? undefined : lossActivations[loss];
      if (loss === undefined || !table || !inForce) continue;
      const isError = table.errors.includes(inForce.name);
      if (!isError && !table.warnings.includes(inForce.name)) continue;
      const { owner, setting } = inForce;
      const written = setting.origin === "explicit";
      report({
        at: written ? setting : { anchor: owner.kindRange, path: setting.path },
        layer: owner,
        severity: isError ? "error" : "warning",
        message: `${said(inForce)} does not fit the loss ${loss}.`,
        detail: table.why,
        fixes: fixesFor(network, output, inForce, loss),
      });
    }
  },
});

function said({ name, setting }: OutputActivation): string {
  switch (setting.origin) {
    case "default":
      return `The output activation is ${name} where none is written, and`;
    case "inherited":
      return `The output activation is ${name}, from the global setting, and`;
    default:
      return name;
  }
}

/** Keeps one side where the labels let it; else both are written. */
function fixesFor(network: Network, output: Layer, inForce: OutputActivation, loss: string): Fix[] {
  const oneSide = [...fitActivation(network, output, inForce, loss), ...fitLoss(network, output, inForce)];
  if (oneSide.length > 0) return oneSide;
  return writePair(network, output, taskOf(network) ?? "classes").map(preferred);
}

/** Keeps the loss: the activation that fits it, where the labels ask for that loss. */
function fitActivation(network: Network, output: Layer, { owner, setting }: OutputActivation, loss: string): Fix[] {
  if (!suits(network, loss)) return [];
  const fits = lossActivations[loss]?.fits ?? [];
  const possible = fits.filter((name) => name !== "SOFTMAX" || !isSingleUnit(output.nOut ? output : owner));
  return possible.map((name, index) => {
    const labels = name === "SOFTMAX" && multiClassLosses.has(loss) ? oneHotLabels(network, output) : { title: "", changes: [] };
    const fix = suggest(`Set activation to ${name}${labels.title}`, set(ownAddress(network, owner, setting), name), ...labels.changes);
    return index === 0 ? preferred(fix) : fix;
  });
}

/** Keeps the activation: the loss that goes with it, where the labels ask for that loss. */
function fitLoss(network: Network, output: Layer, { name, owner, setting }: OutputActivation): Fix[] {
  const loss = lossOfActivation[name];
  // What is in force by accident is no reason to choose a loss that only bears it.
  if (setting.origin !== "explicit" && !lossActivations[loss ?? ""]?.fits.includes(name)) return [];
  if (loss === undefined || !isKnown(output.loss) || !suits(network, loss)) return [];
  if (regressionLosses.has(loss) && isOutOfReach(network, name)) return [];
  if (loss === "MCXENT" && isSingleUnit(output.nOut ? output : owner)) return [];
  const labels = loss === "MCXENT" ? oneHotLabels(network, output) : { title: "", changes: [] };
  return [suggest(`Set loss to ${loss}${labels.title}`, set(output.loss, loss), ...labels.changes)];
}

/** The activation never gives all of the targets. */
function isOutOfReach(network: Network, name: string): boolean {
  const [range, targets] = [activations[name]?.range, targetRange(network)];
  const { isBelow, isAbove } = range && targets ? beyond(range, targets, 0) : { isBelow: false, isAbove: false };
  return isBelow || isAbove;
}

/** Losses that the labels of a task cannot be given to. */
const unsuited: Readonly<Record<Task, readonly ReadonlySet<string>[]>> = {
  classes: [regressionLosses, hingeLosses],
  "yes or no": [regressionLosses, hingeLosses, multiClassLosses],
  regression: [classLosses],
};

/** False where the labels are known to be of another kind than the loss is made for. */
function suits(network: Network, loss: string): boolean {
  const task = taskOf(network);
  return task === undefined || !unsuited[task].some((losses) => losses.has(loss));
}
