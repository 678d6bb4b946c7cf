import type { Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { activations } from "../../facts/activations.js";
import { regressionLosses } from "../../facts/loss-activations.js";
import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";
import { columnsNamed, findColumn } from "../data/columns.js";
import { boundsOf } from "../data/scalings.js";
import { taskOf } from "../loss/task.js";
import { ownAddress } from "./own-address.js";
import { outputActivation, outputLayers } from "./output-activation.js";

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
    const slack = options.tolerance * (targets.high - targets.low);
    const isBelow = targets.low < range[0] - slack;
    const isAbove = targets.high > range[1] + slack;
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

/** Where the targets lie after their own scaling, as far as that is known. */
function targetRange({ data }: Network): { readonly low: number; readonly high: number } | undefined {
  const scaling = valueOf(data.normalizeLabels);
  if (data.normalizeLabels && scaling?.name !== "none") {
    const bounds = scaling && boundsOf(scaling);
    return bounds && { low: bounds[0], high: bounds[1] };
  }
  const profile = data.trainProfile;
  const columns = (columnsNamed(data.label) ?? []).map((name) => profile && findColumn(profile, name));
  const lows = columns.flatMap((column) => column?.min ?? []);
  const highs = columns.flatMap((column) => column?.max ?? []);
  if (lows.length === 0 || lows.length !== columns.length) return undefined;
  return { low: Math.min(...lows), high: Math.max(...highs) };
}

function interval([low, high]: readonly [number, number]): string {
  if (low === -Infinity) return `values up to ${high}`;
  return high === Infinity ? `values from ${low} up` : `values between ${low} and ${high}`;
}
