import type { Network } from "../../model/network.js";
import type { Setting } from "../../model/setting.js";
import { isCall, type Arguments, type Value } from "../../model/value.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, remove, safe, set, suggest } from "../define-rule.js";
import { initializedLayers } from "./hidden-layers.js";
import { isOffScale } from "./off-scale.js";

/** A `dist(…)` beside a weight initialization that does not use it. */
export const unusedDistribution = defineRule({
  id: "init/unused-distribution",
  severity: "warning",
  notations: ["java", "kotlin"],
  options: { times: 10 },

  check({ network, options, report }) {
    // From 1.0.0-beta4 on dist(…) sets the initialization itself.
    if (atLeast(network.framework.version, "1.0.0-beta4")) return;
    const { defaults, layers } = network.written;
    const places: readonly { readonly own: Arguments; readonly base: string }[] = [
      { own: defaults, base: "defaults" },
      ...layers.map((layer, index) => ({ own: (layer.inner ?? layer).settings, base: `layers.${index}${layer.inner ? ".inner" : ""}` })),
    ];
    for (const { own, base } of places) {
      const { dist } = own;
      const scheme = own.weightInit ?? (base === "defaults" ? undefined : defaults.weightInit);
      if (!dist?.range || (scheme && !isKnown(scheme)) || typeof scheme?.value === "object") continue;
      // A layer's own dist may serve its DISTRIBUTION, which is then the value itself.
      if (base === "defaults" && layers.some((layer) => (layer.inner ?? layer).settings.weightInit?.value === "DISTRIBUTION")) continue;
      const name = scheme === undefined ? "XAVIER" : String(scheme.value);
      report({
        at: dist,
        message: `The distribution is not used: the weight initialization is ${name}${scheme === undefined ? ", the default" : ""}.`,
        detail: "Up to Deeplearning4j 1.0.0-beta3 a distribution counts only with weightInit(WeightInit.DISTRIBUTION).",
        fixes: [
          ...(isUsable(network, base, dist, options.times)
            ? [preferred(suggest("Set weightInit to DISTRIBUTION", set(`${base}.weightInit`, "DISTRIBUTION")))]
            : []),
          safe("Remove the distribution", remove(dist)),
        ],
      });
    }
  },
});

/** False where the layers would start far too big or too small with it: `init/off-scale` would say so next. */
function isUsable(network: Network, base: string, dist: Setting<Value>, times: number): boolean {
  const index = /^layers\.(\d+)/.exec(base)?.[1];
  const layers = initializedLayers(network).filter(({ outer, weightInit }) =>
    index === undefined ? weightInit.origin !== "explicit" : outer.index === Number(index),
  );
  return !isKnown(dist) || !isCall(dist.value) || !isOffScale(dist.value, layers, times);
}
