import type { Network } from "../../model/network.js";
import type { Call } from "../../model/value.js";
import { isCall, nameOf } from "../../model/value.js";
import { defineRule, preferred, suggest, valueOf } from "../define-rule.js";
import { byText, initializedLayers, layersText, setAll, type InitializedLayer } from "./hidden-layers.js";
import { isRectified } from "./rectified.js";

/** Weights that all start at one value. */
export const symmetric = defineRule({
  id: "init/symmetric",
  severity: "error",

  check({ network, report }) {
    const learnt = initializedLayers(network);
    const constant = learnt.filter((layer) => startValue(layer.weightInit.value) !== undefined && needsDifferentWeights(network, layer));
    const harmless = learnt.length === 1 || (constant.every(({ isOutput }) => isOutput) && learnt.some(({ isOutput }) => !isOutput));
    for (const group of byText(constant)) {
      const [first] = group;
      if (!first || first.weightInit.origin === "default") continue;
      const scheme = group.some(({ layer, isOutput }) => !isOutput && isRectified(layer)) ? "RELU" : "XAVIER";
      const layers = layersText(group.map(({ outer }) => outer));
      report({
        at: first.weightInit,
        severity: harmless ? "info" : "error",
        message: `All weights of ${layers} start at ${startValue(first.weightInit.value)}.`,
        detail: harmless
          ? "With random layers before it, or alone, such a layer does learn; it only starts from the same answer for every input. Random weights, neither too big nor too small, are the usual choice: XAVIER."
          : "Units that start equal get equal gradients and stay equal: the layer learns no more than one unit would, and from 0 a rectified one learns nothing. Weights should start random, neither too big nor too small: XAVIER is usually a good choice, RELU for rectified layers.",
        fixes: [preferred(suggest(`Set weight initialization to ${scheme}`, ...setAll(group, scheme)))],
      });
    }
  },
});

/** The one value that all weights start at, or `undefined` when they differ. */
function startValue(weightInit: string | Call): number | undefined {
  if (nameOf(weightInit) === "ZERO") return 0;
  if (nameOf(weightInit) === "ONES") return 1;
  if (!isCall(weightInit)) return undefined;
  const number = (key: string) => {
    const value = valueOf(weightInit.args[key]);
    return typeof value === "number" ? value : undefined;
  };
  switch (weightInit.name) {
    case "ConstantDistribution":
      return number("value");
    case "UniformDistribution":
      return number("lower") === number("upper") ? number("lower") : undefined;
    case "NormalDistribution":
    case "TruncatedNormalDistribution":
      return number("std") === 0 ? number("mean") : undefined;
    case "OrthogonalDistribution":
      return number("gain") === 0 ? 0 : undefined;
    default:
      return undefined;
  }
}

/** Kinds whose weights do not stand side by side: each unit has one of its own. */
const oneWeightPerUnit: ReadonlySet<string> = new Set(["PReLULayer", "ElementWiseMultiplicationLayer", "BatchNormalization"]);

/** One unit has nobody to be equal to; a residual branch may start at zero on purpose. */
function needsDifferentWeights({ layers }: Network, { outer, layer, isOutput }: InitializedLayer): boolean {
  if (oneWeightPerUnit.has(layer.kind)) return false;
  if (!isOutput && valueOf(layer.nOut) === 1) return false;
  return !layers.some(({ kind, from }) => kind === "ElementWiseVertex" && from.includes(outer.name));
}
