import { feeds, innermost } from "../../resolve/layers-of.js";
import { defineRule, isKnown } from "../define-rule.js";

/** Dropout straight before batch normalization, which learns the dropped scale. */
export const dropoutBeforeBatchnorm = defineRule({
  id: "regularization/dropout-before-batchnorm",
  severity: "hint",

  check({ network, report }) {
    for (const layer of network.layers) {
      if (innermost(layer).kind !== "BatchNormalization") continue;
      const own = innermost(layer).dropOut;
      const [before, another] = feeds(network, layer);
      const dropping = isDropping(own)
        ? own
        : before && !another && before.kind === "DropoutLayer" && isDropping(before.dropOut)
          ? before.dropOut
          : undefined;
      if (!dropping) continue;
      report({
        at: dropping,
        layer,
        message: "Dropout comes straight before batch normalization.",
        detail:
          "Batch normalization measures the variance of what it gets. With dropout before it, that is larger in training than in use, and the layer scales by the wrong one. Put the dropout behind it.",
      });
    }
  },
});

function isDropping(setting: Parameters<typeof isKnown>[0]): boolean {
  return isKnown(setting) && typeof setting.value === "number" && setting.value > 0 && setting.value < 1;
}
