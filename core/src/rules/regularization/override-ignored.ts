import type { Network } from "../../model/network.js";
import type { WrittenLayer } from "../../model/written.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";

/** A layer's 0 that does not switch the network's value off. */
export const overrideIgnored = defineRule({
  id: "regularization/override-ignored",
  severity: "warning",
  options: { almostNone: 1e-12 },

  check({ network, options, report }) {
    if (!atLeast(network.framework.version, "1.0.0-beta3")) return;
    for (const layer of network.written.layers) {
      const inner = layer.inner ?? layer;
      const place = network.layers.find(({ kindRange }) => kindRange.start === layer.kindRange.start);
      for (const key of ["l1", "l2"] as const) {
        const own = inner.settings[key];
        const global = valueOf(network.train[key]) ?? 0;
        if (!isKnown(own) || own.value !== 0 || global <= 0) continue;
        report({
          at: own,
          ...(place && { layer: place }),
          ...said(`${key} of 0`, `${key} of ${global}`),
          fixes: [preferred(suggest(`Set ${key} to ${options.almostNone}`, set(own, options.almostNone)))],
        });
      }
      const dropOut = ignoredDropout(network, inner);
      if (dropOut)
        report({
          at: dropOut,
          ...(place && { layer: place }),
          ...said("dropOut of 0", "dropout"),
          fixes: [preferred(suggest("Set dropOut to 1.0", set(dropOut, 1)))],
        });
    }
  },
});

function said(own: string, global: string) {
  return {
    message: `This layer's ${own} does not switch the network's ${global} off.`,
    detail:
      "From Deeplearning4j 1.0.0-beta3 on, a layer's 0 counts as not written, and the network's value is taken (measured with 1.0.0-M2.1).",
  };
}

/** A builder's `dropOut(0.0)` means off, except under a global dropout. `.nnet` has no such 0. */
function ignoredDropout({ notation, written }: Network, { settings }: WrittenLayer) {
  const { dropOut } = settings;
  const global = valueOf(written.defaults.dropOut);
  const isOff = notation !== "nnet" && isKnown(dropOut) && dropOut.value === 0;
  return isOff && typeof global === "number" && global > 0 && global < 1 ? dropOut : undefined;
}
