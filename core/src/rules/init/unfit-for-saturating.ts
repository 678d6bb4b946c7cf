import { nameOf } from "../../model/value.js";
import { isKnown } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { answers } from "../activation/output-activation.js";
import { byText, initializedLayers, layersText } from "./hidden-layers.js";

const saturating: ReadonlySet<string> = new Set(["TANH", "SIGMOID", "SOFTSIGN", "HARDTANH", "RATIONALTANH"]);
const schemesForRelu: ReadonlySet<string> = new Set(["RELU", "RELU_UNIFORM"]);

/** Tanh or sigmoid hidden layers whose weights start as a rectified layer's should. */
export const unfitForSaturating = defineRule({
  id: "init/unfit-for-saturating",
  severity: "info",

  check({ network, report }) {
    const hidden = initializedLayers(network).filter(({ isOutput, outer }) => !isOutput && !answers(network, outer));
    const unfit = hidden.filter(
      ({ layer, weightInit }) =>
        schemesForRelu.has(nameOf(weightInit.value) ?? "") &&
        isKnown(layer.activation) &&
        saturating.has(nameOf(layer.activation.value) ?? ""),
    );
    for (const group of byText(unfit)) {
      const [first] = group;
      if (!first || first.weightInit.origin === "default") continue;
      const shared = hidden.filter(({ weightInit }) => weightInit.address === first.weightInit.address);
      const changes =
        shared.length === group.length ? [set(first.weightInit, "XAVIER")] : group.map(({ weightInit }) => set(weightInit.path, "XAVIER"));
      report({
        at: first.weightInit,
        message: `The saturating ${layersText(group.map(({ outer }) => outer))} ${group.length === 1 ? "starts" : "start"} with ${nameOf(first.weightInit.value) ?? ""} weights.`,
        detail:
          "RELU weight initialization makes up for the half that relu cuts off. tanh and sigmoid cut nothing off: with weights that large they start nearer to where they are flat. " +
          "Xavier weight initialization is usually a good choice.",
        fixes: [preferred(suggest("Set weight initialization to XAVIER", ...changes))],
      });
    }
  },
});
