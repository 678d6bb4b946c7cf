import type { Fix } from "../../model/change.js";
import type { NewValue } from "../../model/value.js";
import type { Network } from "../../model/network.js";
import { defineRule, isKnown, isWritten, preferred, remove, set, suggest, valueOf } from "../define-rule.js";
import { rawInputRange } from "./input-range.js";
import { scalingText, scalingValue } from "./scalings.js";

/** Continuous inputs that reach the network as they stand in the data. */
export const unscaledInput = defineRule({
  id: "data/unscaled-input",
  severity: "warning",
  options: { about: 1.5, builtin: 3 },

  check({ network, options, report }) {
    const { normalize } = network.data;
    if (!network.train.isTrained || valueOf(normalize)?.name !== "none" || takesInputsAsTheyAre(network)) return;
    const range = rawInputRange(network, options);
    if (range.kind !== "raw") return;
    report({
      at: normalize,
      message: range.worst === null ? "The inputs are not scaled." : `The inputs are not scaled: ${range.worst}.`,
      detail:
        "Continuous inputs train best in the range of -1 to 1 or 0 to 1, or normally distributed with mean 0 and standard deviation 1. " +
        "It need not be exact; scale large values down, with the same method for training and test data.",
      fixes: scalings(network, range.image),
    });
  },
});

/** Layers and vertices that look inputs up, or scale them first. */
const firstSteps: ReadonlySet<string> = new Set([
  "EmbeddingLayer",
  "EmbeddingSequenceLayer",
  "BatchNormalization",
  "ScaleVertex",
  "L2NormalizeVertex",
  "PreprocessorVertex",
]);

/** True where the first layer looks inputs up, or scales them itself. */
export function takesInputsAsTheyAre({ layers, inputs }: Network): boolean {
  const names = new Set(inputs.map(({ name }) => name));
  return layers.some(({ kind, index, from }) => firstSteps.has(kind) && (index === 0 || from.some((name) => names.has(name))));
}

interface Scaling {
  readonly title: string;
  readonly value: NewValue;
}
const standardize: Scaling = { title: "Standardize the inputs", value: { name: "standardize", args: {} } };
const unitRange: Scaling = { title: "Scale the inputs to 0 … 1", value: { name: "minMax", args: { lo: 0, hi: 1 } } };
const pixelRange: Scaling = { title: "Scale the pixels to 0 … 1", value: { name: "imageScale", args: { lo: 0, hi: 1 } } };

/** What the test data has, where that is said; else what fits the data and the network. */
function scalings(network: Network, image: boolean): readonly Fix[] {
  const { normalize, testNormalize } = network.data;
  const test = valueOf(testNormalize);
  const again = testNormalize !== undefined && isWritten(testNormalize) ? [remove(testNormalize)] : [];
  if (isKnown(testNormalize) && test && test.name !== "none") {
    if (test.name === "custom") return [];
    return [preferred(suggest(`Scale the inputs by ${scalingText(test, network.notation)}`, set(normalize, scalingValue(test)), ...again))];
  }
  const fitting = image ? [pixelRange] : fittingNetwork(network);
  return fitting.map(({ title, value }, index) => {
    const fix = suggest(title, set(normalize, value), ...again);
    return index === 0 ? preferred(fix) : fix;
  });
}

/** Binary visible units, and targets that are the inputs, need values in 0 … 1; Gaussian units need a deviation of 1. */
function fittingNetwork({ layers, data }: Network): readonly Scaling[] {
  const visible = layers.flatMap(({ kind, more }) => (kind === "RBM" ? [valueOf(more.visibleUnit) ?? "BINARY"] : []));
  if (visible.includes("GAUSSIAN")) return [standardize];
  if (visible.length > 0 || valueOf(data.label) === "features" || layers.some(({ kind }) => kind === "AutoEncoder")) return [unitRange];
  return [standardize, unitRange];
}
