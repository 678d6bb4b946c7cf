import { atLeast } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { lastStepLayer } from "./last-step.js";
import { withoutLengths } from "./tbptt-calls.js";

/** Truncated back-propagation in a network that answers once for a series. */
export const tbpttLastStep = defineRule({
  id: "recurrent/tbptt-last-step",
  severity: "error",

  check({ network, report }) {
    const { backpropType } = network.train;
    const layer = lastStepLayer(network);
    if (!layer || !isKnown(backpropType) || backpropType.value !== "TruncatedBPTT" || !atLeast(network.framework.version, "1.0.0-beta4"))
      return;
    // In `.nnet` the lengths stand in the type.
    const lengths = network.notation === "nnet" ? [] : withoutLengths(network);
    report({
      at: backpropType,
      message: `Truncated back-propagation cannot be used with ${layer.kind}.`,
      detail:
        "The network answers once for a whole series, so that a part of it has no answer to learn from. Deeplearning4j throws from 1.0.0-beta4 on.",
      related: [{ message: `${layer.kind} takes the series together.`, at: { anchor: layer.kindRange } }],
      fixes: [preferred(suggest("Set backpropType to Standard", set(backpropType, "Standard"), ...lengths))],
    });
  },
});
