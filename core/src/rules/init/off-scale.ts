import type { Network } from "../../model/network.js";
import { isCall, type Call } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";
import { isOldApi } from "../../facts/versions.js";
import { defineRule, preferred, suggest, type Report } from "../define-rule.js";
import { byText, initializedLayers, layersText, setAll, type InitializedLayer } from "./hidden-layers.js";
import { deviationOfDistribution, fansOf, meanOfDistribution } from "./initial-deviation.js";
import { isRectified } from "./rectified.js";

/** Weights that start far too big or too small for the number of inputs. */
export const offScale = defineRule({
  id: "init/off-scale",
  severity: "warning",
  options: { times: 10, meanTimes: 2 },

  check({ network, options, report }) {
    for (const group of byText(initializedLayers(network))) {
      const [first] = group;
      if (!first || first.weightInit.origin === "default") continue;
      const { value } = first.weightInit;
      const said =
        value === "DISTRIBUTION"
          ? withoutDistribution(network)
          : isCall(value)
            ? (judge(value, group, options.times) ?? offCentre(value, group, options.meanTimes))
            : undefined;
      if (!said) continue;
      const scheme = group.some(({ layer, isOutput }) => !isOutput && isRectified(layer)) ? "RELU" : "XAVIER";
      report({
        at: first.weightInit,
        ...said,
        fixes: [preferred(suggest(`Set weight initialization to ${scheme}`, ...setAll(group, scheme)))],
      });
    }
  },
});

type Said = Pick<Report, "message" | "detail" | "severity">;

/** `WeightInit.DISTRIBUTION` alone: N(0, 1) up to 0.9.1, an exception from 1.0 on (measured). */
function withoutDistribution({ framework }: Network): Said {
  return isOldApi(framework.version)
    ? {
        severity: "warning",
        message: "DISTRIBUTION without a distribution draws weights from N(0, 1).",
        detail:
          "That is far too wide for layers of more than a few inputs. You need to make sure that weights are neither too big nor too small.",
      }
    : {
        severity: "error",
        message: "DISTRIBUTION without a distribution throws.",
        detail: `Deeplearning4j ${framework.version} needs .dist(…), or weightInit(new NormalDistribution(…)) in its place.`,
      };
}

/** True where weights drawn from the distribution would start far too big or too small in one of the layers. */
export function isOffScale(distribution: Call, layers: readonly InitializedLayer[], times: number): boolean {
  return byText(layers).some((group) => judge(distribution, group, times) !== undefined);
}

/** Compares the deviation with what the layer furthest from it asks for. */
function judge(distribution: Call, group: readonly InitializedLayer[], times: number): Said | undefined {
  const deviation = deviationOfDistribution(distribution);
  if (deviation === undefined) return undefined;
  const needs = group.map((layer) => ({ layer, asked: askedFor(layer) }));
  if (!needs.every(({ asked }) => asked !== undefined)) return undefined;
  const off = needs.filter(({ asked = deviation }) => deviation > asked * times || deviation < asked / times);
  const [worst] = off.toSorted((a, b) => awayFrom(deviation, b.asked) - awayFrom(deviation, a.asked));
  if (!worst) return undefined;
  const size = deviation > (worst.asked ?? 0) ? "big" : "small";
  // An output that starts with small weights starts undecided, which does no harm.
  if (size === "small" && off.every(({ layer }) => layer.isOutput)) return undefined;
  // Too small for the first layer alone is how many convolutional networks start: N(0, 0.01) everywhere.
  if (size === "small" && off.length < needs.length) return undefined;
  return {
    message: `The weights of ${layersText(off.map(({ layer }) => layer.outer))} start too ${size}: their standard deviation is ${text(deviation)}.`,
    detail:
      `For ${valueOf(worst.layer.layer.nIn) ?? "its"} inputs about ${text(worst.asked ?? 0)} keeps the signal's size. ` +
      "You need to make sure that weights are neither too big nor too small. Xavier weight initialization is usually a good choice, RELU for rectified layers.",
  };
}

/** Weights that are nearly all of one sign: each unit begins with the sum of its inputs, and all units with nearly the same. */
function offCentre(distribution: Call, group: readonly InitializedLayer[], times: number): Said | undefined {
  const mean = meanOfDistribution(distribution);
  if (mean === undefined) return undefined;
  const off = group.filter((layer) => !layer.isOutput && Math.abs(mean) > times * (askedFor(layer) ?? Infinity));
  const [first] = off;
  if (!first) return undefined;
  return {
    message: `The weights of ${layersText(off.map(({ outer }) => outer))} start off centre: their mean is ${text(mean)}.`,
    detail:
      `For ${valueOf(first.layer.nIn) ?? "its"} inputs about ${text(askedFor(first) ?? 0)} around 0 keeps the signal's size: around another mean all units begin with nearly the same sum of their inputs. ` +
      "You need to make sure that weights are neither too big nor too small. Xavier weight initialization is usually a good choice, RELU for rectified layers.",
  };
}

/** How many times too big or too small. */
function awayFrom(deviation: number, asked = deviation): number {
  return Math.abs(Math.log(deviation / asked));
}

/** √(2 / fan-in) for rectified layers, √(1 / fan-in) for others. */
function askedFor({ layer }: InitializedLayer): number | undefined {
  const fans = fansOf(layer);
  return fans && Math.sqrt((isRectified(layer) ? 2 : 1) / fans.in);
}

const text = (value: number) => String(Number(value.toPrecision(2)));
