import { innermost } from "../../resolve/layers-of.js";
import { layers } from "../../facts/layers.js";
import { replacingNIn } from "../../resolve/size-of-input.js";
import { defineRule, isKnown, preferred, safe, set } from "../define-rule.js";

/** A wrong hand-set `nIn` that the library replaces without a word. */
export const ninOverridden = defineRule({
  id: "shape/nin-overridden",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    // The first layer's own nIn is what the sizes are inferred from where no input type is written.
    const inferring = network.written.inputs.every(({ type }) => type === null) ? network.layers[0] : undefined;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const expected = replacingNIn(network.written, { kind: layer.kind, inputShape: outer.inputShape });
      if (outer === inferring || !isKnown(layer.nIn) || layer.nIn.origin !== "explicit" || expected === undefined) continue;
      if (layer.nIn.value === expected) continue;
      if (layers[layer.kind]?.category === "embedding") {
        report({
          at: layer.nIn,
          layer: outer,
          message: `The embedding's nIn is ${layer.nIn.value}, and is replaced by ${expected}.`,
          detail: `From Deeplearning4j 1.0.0-M1 on the input type decides how many indices an embedding knows: training fails at the first index above ${expected - 1}. Give the number of indices as the size of the input type, or leave the input type out and write every nIn.`,
        });
        continue;
      }
      report({
        at: layer.nIn,
        layer: outer,
        message: `nIn is ${layer.nIn.value}, and is replaced by ${expected}.`,
        detail:
          "From Deeplearning4j 1.0.0-M1 on a written nIn gives way to the size that comes in, without a word. One of the two is not what was meant.",
        fixes: [preferred(safe(`Set nIn to ${expected}`, set(layer.nIn, expected)))],
      });
    }
  },
});
