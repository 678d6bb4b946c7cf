import type { Call, NewValue } from "../../model/value.js";
import { isCall } from "../../model/value.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, remove, set, suggest, valueOf } from "../define-rule.js";

/** `weightInit(WeightInit.DISTRIBUTION)` on a layer, which throws from 1.0.0-beta4 on. */
export const layerDistribution = defineRule({
  id: "init/layer-distribution",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { version } = network.framework;
    if (!atLeast(version, "1.0.0-beta4")) return;
    for (const use of network.written.apiUses) {
      const match = /^layers\.(\d+)(\.inner)?\.weightInit$/.exec(use.address ?? "");
      if (!match || use.kind !== "constant" || use.name !== "DISTRIBUTION") continue;
      const layer = network.written.layers[Number(match[1])];
      const { dist } = (match[2] ? layer?.inner : layer)?.settings ?? {};
      const distribution = isKnown(dist) && isCall(dist.value) ? newValue(dist.value) : undefined;
      report({
        at: { anchor: use.range, path: use.address ?? undefined },
        message: "WeightInit.DISTRIBUTION on a layer throws.",
        detail: `Deeplearning4j ${version} wants the distribution itself: weightInit(new NormalDistribution(…)).`,
        fixes:
          dist && distribution !== undefined
            ? [preferred(suggest("Give the distribution to weightInit", remove(dist), set(use.address ?? "", distribution)))]
            : [],
      });
    }
  },
});

/** The distribution with plain arguments; `undefined` where one is not known. */
function newValue({ name, args }: Call): NewValue | undefined {
  const entries = Object.entries(args).map(([key, argument]) => [key, valueOf(argument)] as const);
  const known = entries.flatMap(([key, value]) => (typeof value === "number" ? [[key, value] as const] : []));
  return known.length === entries.length ? { name, args: Object.fromEntries(known) } : undefined;
}
