import type { Network } from "../../model/network.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, set, suggest, type Report } from "../define-rule.js";
import { stepsOf } from "./full-bptt.js";

/** Lengths of truncated back-propagation that do not do what they say. */
export const tbpttLengths = defineRule({
  id: "recurrent/tbptt-lengths",
  severity: "warning",
  options: { shortest: 10 },

  check({ network, options, report }) {
    const { backpropType, tbpttForward: forward, tbpttBackward: backward } = network.train;
    if (!isKnown(backpropType) || backpropType.value !== "TruncatedBPTT" || !isKnown(forward)) return;
    const steps = stepsOf(network);
    const written = forward.range !== null;
    if (isKnown(backward) && backward.value !== forward.value && backward.range !== null) {
      const said = unequal(network, forward.value, backward.value);
      if (said)
        report({
          at: backward,
          ...said,
          fixes: [preferred(suggest(`Set the backward length to ${forward.value}`, set(backward, forward.value)))],
        });
    }
    if (written && steps !== undefined && forward.value > steps)
      report({
        at: forward,
        message: `Series of ${steps} steps are shorter than the truncation length of ${forward.value}: nothing is truncated.`,
        detail: "Truncated back-propagation makes an update every so many steps. For series this short the standard one does the same.",
      });
    else if (written && forward.value < options.shortest)
      report({
        at: forward,
        severity: "info",
        message: `A truncation length of ${forward.value} is short.`,
        detail: "Nothing that lies further back than the truncation length can be learnt. 50 to 200 steps are usual.",
      });
  },
});

function unequal({ framework }: Network, forward: number, backward: number): Pick<Report, "message" | "detail" | "severity"> | undefined {
  if (backward > forward)
    return {
      message: `The backward length of ${backward} is longer than the forward length of ${forward}.`,
      detail:
        "An update sees as many steps as the forward length: there is nothing further back to go through. Deeplearning4j throws, or takes the forward length.",
    };
  if (!atLeast(framework.version, "1.0.0-M2.1")) return undefined;
  return {
    severity: "info",
    message: `The backward length of ${backward} has no effect: the gradients go back ${forward} steps.`,
    detail: "In Deeplearning4j 1.0.0-M2.1 a backward length other than the forward one changes nothing (measured).",
  };
}
