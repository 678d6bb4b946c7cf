import type { ColumnProfile } from "../../model/data-profile.js";
import { isKnown } from "../../model/setting.js";
import type { Network } from "../../model/network.js";
import { defineRule, isWritten, preferred, remove, set, suggest, valueOf, type Report } from "../define-rule.js";
import { columnText, featureColumns } from "./columns.js";
import { takesInputsAsTheyAre } from "./unscaled-input.js";

/** Inputs that are scaled to a wide range, and those that nothing scales and that are all tiny: `data/unscaled-input` speaks of large ones. */
export const outOfRange = defineRule({
  id: "data/out-of-range",
  severity: "warning",
  options: { tiny: 0.01, wide: 10 },

  check({ network, options, report }) {
    const wide = scaledWide(network, options.wide);
    if (wide) report(wide);
    const { normalize, trainProfile } = network.data;
    if (!isKnown(normalize) || normalize.value.name !== "none" || !trainProfile || takesInputsAsTheyAre(network)) return;
    const columns = featureColumns(network.data, trainProfile)?.filter(({ type, min, max }) => type === "number" && min !== max) ?? [];
    const tiny = columns.filter((column) => sizeOf(column) < options.tiny);
    const [worst] = tiny.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (!worst || valueOf(network.data.train)?.name === "builtin") return;
    const others = tiny.length > 1 ? `, and ${tiny.length - 1} more` : "";
    report({
      at: normalize,
      message: `The inputs are tiny: ${columnText(worst)} runs from ${worst.min} to ${worst.max}${others}.`,
      detail:
        "Continuous inputs train best in the range of -1 to 1 or 0 to 1, or normally distributed with mean 0 and standard deviation 1. " +
        "Scale down large inputs, and scale up small inputs: beside the biases these hardly count.",
      fixes: [
        preferred(suggest("Standardize the inputs", set(normalize, { name: "standardize", args: {} }))),
        suggest("Scale the inputs to 0 … 1", set(normalize, { name: "minMax", args: { lo: 0, hi: 1 } })),
      ],
    });
  },
});

/** Bounds that are written for a scaler and lie far from -1 … 1. */
function scaledWide(network: Network, wide: number): Report | undefined {
  const { normalize, testNormalize } = network.data;
  if (!isKnown(normalize) || takesInputsAsTheyAre(network)) return undefined;
  const { name, args } = normalize.value;
  const [lo, hi] = [valueOf(args.lo), valueOf(args.hi)];
  if (typeof lo !== "number" || typeof hi !== "number" || Math.max(Math.abs(lo), Math.abs(hi)) <= wide) return undefined;
  const again = testNormalize !== undefined && isWritten(testNormalize) ? [remove(testNormalize)] : [];
  return {
    at: normalize,
    message: `The inputs are scaled to ${lo} … ${hi}.`,
    detail:
      "Continuous inputs train best in the range of -1 to 1 or 0 to 1, or normally distributed with mean 0 and standard deviation 1. " +
      "It need not be exact, but this is far from it.",
    fixes: [preferred(suggest("Scale the inputs to 0 … 1", set(normalize, { name, args: { lo: 0, hi: 1 } }), ...again))],
  };
}

function sizeOf({ min, max }: ColumnProfile): number {
  return Math.max(Math.abs(min ?? Infinity), Math.abs(max ?? Infinity));
}
