import type { Network } from "../../model/network.js";
import type { Setting } from "../../model/setting.js";
import { atLeast } from "../../facts/versions.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, isWritten } from "../define-rule.js";

/** Constraints that the library never applies. */
export const constraintIgnored = defineRule({
  id: "regularization/constraint-ignored",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    // Measured with this release alone.
    if (!atLeast(network.framework.version, "1.0.0-M2.1")) return;
    for (const { setting, call, instead } of ignored(network))
      report({
        at: setting,
        message: `${call} is never applied.`,
        detail: `Deeplearning4j 1.0.0-M2.1 trains as if the call were not there (measured: the weights are the same after every step). ${instead}`,
      });
  },
});

interface Ignored {
  readonly setting: Setting<unknown>;
  readonly call: string;
  readonly instead: string;
}

function ignored({ written, layers }: Network): readonly Ignored[] {
  const all = written.train.constrainAllParameters;
  const ofNetwork =
    all && isWritten(all)
      ? [{ setting: all, call: "constrainAllParameters on the configuration", instead: "constrainWeights and constrainBias are applied." }]
      : [];
  return [
    ...ofNetwork,
    ...layers.flatMap((layer) => {
      const setting = innermost(layer).more.constrainInputWeights;
      return setting && isWritten(setting)
        ? [{ setting, call: "constrainInputWeights", instead: "constrainWeights is applied, to the recurrent weights, too." }]
        : [];
    }),
  ];
}
