import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { consumers, feeds, innermost, isOutput } from "../../resolve/layers-of.js";
import { defineRule, isKnown, remove, set, suggest } from "../define-rule.js";

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
        fixes: dropping === own ? behind(network, layer) : [],
      });
    }
  },
});

function isDropping(setting: Parameters<typeof isKnown>[0]): boolean {
  return isKnown(setting) && typeof setting.value === "number" && setting.value > 0 && setting.value < 1;
}

/** The layer's own dropout on the layer behind it, which drops its input: the same place after the normalization. */
function behind(network: Network, layer: Layer): readonly Fix[] {
  const { dropOut } = innermost(layer);
  const [next, another] = consumers(network, layer);
  if (!next || another || isOutput(next) || !isKnown(dropOut) || dropOut.origin !== "explicit" || typeof dropOut.value !== "number")
    return [];
  return [suggest("Put the dropout behind the batch normalization", remove(dropOut), set(`layers.${next.index}.dropOut`, dropOut.value))];
}
