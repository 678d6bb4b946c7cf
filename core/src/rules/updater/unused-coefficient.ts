import type { Arguments } from "../../model/value.js";
import type { Network } from "../../model/network.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { separateCalls, updaters, type UpdaterFacts } from "../../facts/updaters.js";
import { isOldApi } from "../../facts/versions.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, remove, safe, set, suggest } from "../define-rule.js";

type Coefficient = keyof UpdaterFacts;

/** Which updater a coefficient is meant for, where no updater in the network has it. */
const meantFor: Readonly<Partial<Record<Coefficient, string>>> = {
  momentum: "Nesterovs",
  rho: "AdaDelta",
  rmsDecay: "RmsProp",
  beta1: "Adam",
  beta2: "Adam",
};

/** 0.x: a coefficient that no updater of the network has. */
export const unusedCoefficient = defineRule({
  id: "updater/unused-coefficient",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const names = updaterNames(network);
    if (!isOldApi(network.framework.version) || names === undefined) return;
    const { train } = network.written;
    for (const coefficient of Object.keys(separateCalls) as Coefficient[]) {
      const call = separateCalls[coefficient];
      const setting = train[call];
      if (coefficient === "learningRate" || !setting || names.some((name) => updaters[name]?.[coefficient] !== undefined)) continue;
      const meant = meantFor[coefficient];
      const shown = isKnown(setting) && typeof setting.value === "number" ? `(${setting.value})` : "";
      report({
        at: setting,
        message: `${call}${shown} is not used: ${names.join(" and ")} ${names.length === 1 ? "has" : "have"} no ${call}.`,
        detail:
          "The coefficient is stored and has no effect. " +
          (meant === "Nesterovs"
            ? "For momentum the updater is called NESTEROVS; momentum is frequently used in practice."
            : "Each updater uses its own coefficients only."),
        fixes: [
          ...(meant && canUse(network) ? [preferred(suggest(`Use ${meant}`, set("train.updater", meant)))] : []),
          safe(`Remove ${call}`, remove(setting)),
        ],
      });
    }
  },
});

/** The updaters of all layers; `undefined` when one is not known. */
function updaterNames({ train, layers }: Network): readonly string[] | undefined {
  const settings = [train.updater, ...layers.map((layer) => innermost(layer).updater)].filter((updater) => updater !== undefined);
  const names = settings.map((updater) => valueOf(updater)?.name);
  return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

/** An adaptive updater may stand there for a reason; plain descent is what is there when momentum was forgotten to be named. */
function canUse({ train, written }: Network): boolean {
  const own: Arguments[string] | undefined = written.train.updater;
  return valueOf(train.updater)?.name === "Sgd" && (own === undefined || isKnown(own));
}
