import type { Network } from "../../model/network.js";
import { isRecurrent } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { lastStepLayer } from "./last-step.js";

/** Long series, through all of which each update goes. */
export const fullBptt = defineRule({
  id: "recurrent/full-bptt",
  severity: "info",
  options: { steps: 200, length: 50 },

  check({ network, options, report }) {
    const { backpropType } = network.train;
    const steps = stepsOf(network);
    if (!isKnown(backpropType) || backpropType.value !== "Standard" || steps === undefined || steps <= options.steps) return;
    // Truncation needs an answer at every step.
    if (!network.layers.some(isRecurrent) || lastStepLayer(network) || valueOf(network.data.labelAt) === "last") return;
    report({
      at: backpropType,
      message: `Each update goes through all ${steps} steps of a series.`,
      detail:
        "When training recurrent networks with long time series, it is generally advisable to use truncated back-propagation through time: with the standard one the cost per update can become prohibitive.",
      fixes: [
        preferred(
          suggest(
            `Truncate back-propagation to ${options.length} steps`,
            set(backpropType, "TruncatedBPTT"),
            set(network.train.tbpttForward, options.length),
            set(network.train.tbpttBackward, options.length),
          ),
        ),
      ],
    });
  },
});

/** How long the series are, where it is known. */
export function stepsOf({ inputs, data }: Network): number | undefined {
  const lengths = inputs.flatMap(({ type }) => (isKnown(type) && type.value.kind === "recurrent" ? [type.value.steps] : []));
  const [length] = lengths;
  if (typeof length === "number") return length;
  const source = isKnown(data.train) && data.train.value.name === "text" ? valueOf(data.train.value.args.length) : undefined;
  return typeof source === "number" ? source : undefined;
}
