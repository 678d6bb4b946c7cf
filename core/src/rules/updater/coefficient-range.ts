import type { Network, Rate } from "../../model/network.js";
import type { Known, Setting } from "../../model/setting.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { updaters, type UpdaterFacts } from "../../facts/updaters.js";
import { updatersInForce, type UpdaterInForce } from "../../resolve/updaters.js";

const decays = ["beta1", "beta2", "rho", "rmsDecay"] as const satisfies readonly (keyof UpdaterFacts)[];

/** A decay or epsilon outside of what its updater works with. */
export const coefficientRange = defineRule({
  id: "updater/coefficient-range",
  severity: "warning",
  options: { leastDecay: 0.5, mostEpsilon: 1e-2 },
  mergesRepeats: true,

  check({ network, options, report }) {
    for (const updater of updatersInForce(network)) {
      for (const key of decays) {
        const decay = written(updater[key]);
        // A beta1 of 0 is a choice: no momentum, as in Wasserstein GANs.
        if (!decay || (decay.value >= options.leastDecay && decay.value < 1) || (key === "beta1" && decay.value === 0)) continue;
        const detail =
          decay.value >= 1 || decay.value < 0
            ? "A decay is the share of the past that is kept, and has to be below 1 and not below 0."
            : `It keeps ${Number((decay.value * 100).toPrecision(3))} % of the past in each step, too little for an average over minibatches.`;
        report({
          ...place(network, updater, decay),
          ...said(updater.name, key, decay.value, detail),
          fixes: toDefault(updater, key, decay),
        });
      }
      const epsilon = written(updater.epsilon);
      if (!epsilon || (epsilon.value > 0 && epsilon.value <= options.mostEpsilon)) continue;
      const detail =
        epsilon.value <= 0
          ? "Epsilon keeps the division by a vanishing gradient away from infinity, and has to be above 0."
          : "Epsilon is there to avoid a division by 0; so large a one shortens all steps of weights with small gradients.";
      report({
        ...place(network, updater, epsilon),
        ...said(updater.name, "epsilon", epsilon.value, detail),
        fixes: toDefault(updater, "epsilon", epsilon),
      });
    }
  },
});

function written(setting: Setting<Rate> | undefined): Known<number> | undefined {
  if (!isKnown(setting) || setting.origin === "default" || typeof setting.value !== "number") return undefined;
  return { ...setting, value: setting.value };
}

function place({ train }: Network, { setting, layers }: UpdaterInForce, at: Known<number>) {
  const [layer] = layers;
  return setting.address !== train.updater.address && layer ? { at, layer } : { at };
}

function said(name: string, key: keyof UpdaterFacts, value: number, detail: string) {
  const usual = updaters[name]?.[key];
  return {
    message: `${key} of ${value} is out of range for ${name}.`,
    detail: `${detail}${usual === undefined ? "" : ` The default is ${usual}.`}`,
  };
}

function toDefault({ name }: UpdaterInForce, key: keyof UpdaterFacts, setting: Known<number>) {
  const usual = updaters[name]?.[key];
  return usual === undefined ? [] : [preferred(suggest(`Set ${key} to ${usual}`, set(setting, usual)))];
}
