import { atLeast } from "../../facts/versions.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";

/** Sum pooling, which the subsampling layer does not have. */
export const poolingSum = defineRule({
  id: "shape/pooling-sum",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    if (!atLeast(network.framework.version, "1.0.0-M2.1")) return;
    for (const outer of network.layers) {
      const { kind, pooling } = innermost(outer);
      if (kind !== "SubsamplingLayer" || !pooling || valueOf(pooling) !== "SUM") continue;
      report({
        at: pooling,
        layer: outer,
        message: "Sum pooling throws at the first fit.",
        detail: "The subsampling layer of Deeplearning4j 1.0.0-M2.1 takes SUM when it is built and has no implementation of it (measured).",
        fixes: [preferred(suggest("Set pooling to AVG", set(pooling, "AVG")))],
      });
    }
  },
});
