import type { Arguments } from "../../model/value.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, preferred, remove, safe } from "../define-rule.js";

const rivals = [
  ["l2", "weightDecay"],
  ["l2Bias", "weightDecayBias"],
] as const;

/** Penalties of which the later call takes the earlier away. */
export const l2AndWeightDecay = defineRule({
  id: "regularization/l2-and-weight-decay",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    if (!atLeast(network.framework.version, "1.0.0-beta4")) return;
    const { train, layers } = network.written;
    const places: readonly Arguments[] = [train, ...layers.map((layer) => (layer.inner ?? layer).settings)];
    for (const place of places) {
      for (const [one, other] of rivals) {
        const pair = [place[one], place[other]].filter((setting) => setting?.range);
        const [earlier, later] = pair.toSorted((a, b) => (a?.range?.start ?? 0) - (b?.range?.start ?? 0));
        if (!earlier || !later) continue;
        const [dead, kept] = earlier === place[one] ? [one, other] : [other, one];
        report({
          at: earlier,
          message: `${dead} is not applied: the later ${kept} takes it away.`,
          detail: `Each of the two calls removes the other from the same builder (Deeplearning4j from 1.0.0-beta4 on). What stands first has no effect.`,
          related: [{ message: `${kept} is in force.`, at: later }],
          fixes: [preferred(safe(`Remove ${dead}`, remove(earlier)))],
        });
      }
    }
  },
});
