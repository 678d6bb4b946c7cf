import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { nameOf, type Call } from "../../../core/src/model/value.js";
import { generate, type Generated } from "./builtin/generate.js";
import type { Tensor } from "./dataset.js";
import { fitFeatures } from "./fit-shapes.js";
import { classLabels, onlyInputAndOutput } from "./labelled-examples.js";
import { isPerStep, type LabelKind, type OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";
import { maskForAll, repeatOverTime, stepMask } from "./sequences.js";

/** Examples and noise where `builtin(…)` does not say them. */
const usual = { examples: 1000, noise: 0.1 };

/** The examples of a `builtin(…)` source, with labels as the output layer wants them: one-hot, an index, or 0 and 1 for a single unit. */
export function readBuiltin(
  network: Network,
  outputs: readonly OutputNeeds[],
  source: Call,
  seed: number,
  part: "train" | "test",
): RawData {
  const { name, examples, noise } = source.args;
  const set = nameOf(valueOf(name)) ?? "";
  const { input, output } = onlyInputAndOutput(network, outputs, `builtin(${set})`);
  const count = numberOr(valueOf(examples), usual.examples);
  const generated = generate(set, { examples: count, noise: numberOr(valueOf(noise), usual.noise), seed, part });
  const features = fitFeatures(generated.features, input, `builtin(${set})`);
  const isOwnTarget = valueOf(network.data.label) === "features";
  const labels = isOwnTarget ? undefined : labelsOf(generated, output, set);
  const steps = features.shape.length === 3 ? (features.shape[2] ?? 1) : 1;
  const isLast = valueOf(network.data.labelAt) !== "each";
  const isStepwise = labels !== undefined && isPerStep(output) && features.shape.length === 3;
  return {
    dataset: {
      count,
      features: { [input.name]: features },
      labels: labels ? { [output.name]: isStepwise ? repeatOverTime(labels.tensor, steps) : labels.tensor } : {},
      ...(isStepwise && isLast && { labelsMask: maskForAll([output.name], stepMask(Array<number>(count).fill(steps), steps, "last")) }),
    },
    oneHot: {},
    kinds: { [output.name]: labels?.kind ?? "real" },
    isSequence: false,
  };
}

function labelsOf({ labels }: Generated, output: OutputNeeds, set: string): { readonly tensor: Tensor; readonly kind: LabelKind } {
  return "targets" in labels ? { tensor: labels.targets, kind: "real" } : classLabels(labels, output, `builtin(${set})`);
}

const numberOr = (value: unknown, fallback: number) => (typeof value === "number" ? value : fallback);
