import { isOldApi } from "../../facts/versions.js";
import { innermost, isOutput } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { ownAddress } from "../activation/own-address.js";
import { percent } from "./dropouts.js";

/** Dropout right before the answer. */
export const dropsOutput = defineRule({
  id: "regularization/drops-output",
  severity: "warning",
  options: { fewInputs: 32, least: 0.5 },

  check({ network, options, report }) {
    for (const layer of network.layers.filter(isOutput)) {
      const { dropOut, nIn } = innermost(layer);
      const inputs = valueOf(nIn);
      if (!isKnown(dropOut) || typeof dropOut.value !== "number" || dropOut.value <= 0 || dropOut.value >= 1 || inputs === undefined)
        continue;
      if (inputs >= options.fewInputs && dropOut.value >= options.least) continue;
      const isGlobal = dropOut.origin === "inherited";
      report({
        at: dropOut,
        layer,
        // Who writes a dropout for all layers seldom means the output, and with half of the inputs kept it still learns.
        severity: isGlobal && dropOut.value >= options.least ? "info" : "warning",
        message: `${percent(1 - dropOut.value)} of the ${inputs} inputs of the output layer are dropped.`,
        detail:
          (isGlobal ? "A global dropout also reaches the output layer (measured with 1.0.0-M2.1). " : "") +
          "The answer is read off few values there: with some of them gone it is mostly noise. Dropout belongs between hidden layers.",
        // Up to 0.9.1 a layer's 0 switches dropout off; later it takes 1.
        fixes: [
          preferred(
            suggest(
              "Switch dropout off on the output layer",
              set(ownAddress(network, layer, dropOut), isOldApi(network.framework.version) ? 0 : 1),
            ),
          ),
        ],
      });
    }
  },
});
