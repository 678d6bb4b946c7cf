import { atLeast } from "../../facts/versions.js";
import type { Network } from "../../model/network.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf, type Report } from "../define-rule.js";
import { stepsOf } from "./full-bptt.js";
import { lastStepLayer } from "./last-step.js";
import { withoutLengths } from "./tbptt-calls.js";

/** Truncated back-propagation in a network that answers once for a series. */
export const tbpttLastStep = defineRule({
  id: "recurrent/tbptt-last-step",
  severity: "error",

  check({ network, report }) {
    const { backpropType } = network.train;
    const layer = lastStepLayer(network);
    const lone = layer ? undefined : labelOfLastPiece(network);
    if (lone) report(lone);
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

/** A label at the last step: of a series in pieces only the last one has it. */
function labelOfLastPiece(network: Network): Report | undefined {
  const { backpropType, tbpttForward } = network.train;
  const { labelAt } = network.data;
  if (!labelAt || valueOf(labelAt) !== "last" || !isKnown(backpropType) || backpropType.value !== "TruncatedBPTT") return undefined;
  const [steps, length] = [stepsOf(network), valueOf(tbpttForward)];
  if (steps !== undefined && length !== undefined && length >= steps) return undefined;
  return {
    at: backpropType,
    severity: "warning",
    message: "Only the last piece of each series has a label to learn from.",
    detail:
      "The label stands at the last step, and truncated back-propagation makes an update for each piece of the series: what lies before the last piece is not learnt from.",
    related: [{ message: "The label's place.", at: labelAt }],
    fixes: [preferred(suggest("Set backprop to standard", set(backpropType, "Standard")))],
  };
}
