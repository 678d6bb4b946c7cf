import { innermost, isRecurrent } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";

/** Biases that start far from 0. */
export const largeBias = defineRule({
  id: "init/large-bias",
  severity: "hint",
  options: { most: 1 },

  check({ network, options, report }) {
    const seen = new Set<string>();
    for (const layer of network.layers) {
      const { biasInit } = innermost(layer);
      // A recurrent layer's forget gate starts open on purpose.
      if (isRecurrent(layer) || !isKnown(biasInit) || Math.abs(biasInit.value) <= options.most || seen.has(biasInit.address)) continue;
      seen.add(biasInit.address);
      report({
        at: biasInit,
        ...(biasInit.origin === "explicit" && { layer }),
        message: `Biases that start at ${biasInit.value} are large.`,
        detail:
          "Weights and biases should be neither too big nor too small: a large bias decides a unit's answer before any input does. 0 is usual, 0.01 or 0.1 for rectified layers.",
        fixes: [preferred(suggest("Set biasInit to 0", set(biasInit, 0)))],
      });
    }
  },
});
