import type { Change } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import type { Range } from "../../model/range.js";
import { nameOf } from "../../model/value.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { byText, initializedLayers, layersText, setAll, type InitializedLayer } from "./hidden-layers.js";
import { isRectified } from "./rectified.js";

/** Schemes with a variance for activations that pass both signs: tanh, sigmoid, softsign, identity. */
const schemesForTanh: ReadonlySet<string> = new Set([
  "XAVIER",
  "XAVIER_UNIFORM",
  "XAVIER_FAN_IN",
  "XAVIER_LEGACY",
  "SIGMOID_UNIFORM",
  "LECUN_NORMAL",
  "NORMAL",
  "UNIFORM",
]);

/** Rectified hidden layers whose weights start as a tanh layer's should. */
export const unfitForRelu = defineRule({
  id: "init/unfit-for-relu",
  severity: "info",
  options: { deep: 3 },

  check({ network, options, report }) {
    const hidden = initializedLayers(network).filter(({ isOutput }) => !isOutput);
    const unfit = hidden.filter(({ layer, weightInit }) => isRectified(layer) && schemesForTanh.has(nameOf(weightInit.value) ?? ""));
    for (const group of byText(unfit)) {
      const [first] = group;
      if (!first) continue;
      const scheme = nameOf(first.weightInit.value) ?? "";
      const mild = scheme === "XAVIER" && hidden.length < options.deep;
      const unwritten = first.weightInit.origin === "default" ? ", the default" : "";
      const layers = layersText(group.map(({ outer }) => outer));
      report({
        at: first.weightInit.range === null ? { anchor: whereWritten(network, group), path: first.weightInit.path } : first.weightInit,
        severity: mild ? "hint" : "info",
        message: `The rectified ${layers} ${group.length === 1 ? "starts" : "start"} with ${scheme} weights${unwritten}.`,
        detail:
          `${scheme} keeps the signal's size through tanh or sigmoid. relu and leaky relu let only half of it through, and the loss adds up from layer to layer; ` +
          "RELU weight initialization (variance 2 / nIn) makes up for it and is a sensible choice for them.",
        fixes: [preferred(suggest("Set weight initialization to RELU", ...toRelu(group, hidden)))],
      });
    }
  },
});

/** One layer's missing value belongs to that layer, that of several to what layers take by default. */
function whereWritten({ anchors }: Network, group: readonly InitializedLayer[]): Range {
  const [first, second] = group;
  return first && !second ? first.layer.kindRange : anchors.defaults;
}

/** At the source where everything that takes its value there is rectified, else layer by layer. */
function toRelu(group: readonly InitializedLayer[], hidden: readonly InitializedLayer[]): readonly Change[] {
  const [first, second] = group;
  if (!first) return [];
  const { origin, range, path } = first.weightInit;
  if (origin === "default" && !second) return [set(path, "RELU")];
  const shared = hidden.filter(({ weightInit }) => weightInit.origin === origin && weightInit.range?.start === range?.start);
  if (!shared.every(({ layer }) => isRectified(layer))) return group.map(({ weightInit }) => set(weightInit.path, "RELU"));
  return origin === "default" ? [set("defaults.weightInit", "RELU")] : setAll(shared, "RELU");
}
