import type { Network } from "../../../core/src/model/network.js";
import { isKnown } from "../../../core/src/model/setting.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import type { StepRecord } from "../run/history.js";
import { otherRate, rateInForce } from "./learning-rate.js";
import { shown, type FindSymptom, type Symptom } from "./symptom.js";

/** The loss became infinite or not a number: the first layer and step where that can be seen. */
export const notANumber: FindSymptom = ({ steps }, network) => {
  const broken = steps.find(({ loss }) => !Number.isFinite(loss));
  if (!broken) return [];
  const place = firstLayer(steps.slice(0, broken.step));
  const losses = steps.slice(0, broken.step - 1).map(({ loss }) => loss);
  const where = place ? `, first seen in layer ${place.layer} in step ${place.step}` : "";
  const evidence = { step: broken.step, layer: place?.layer ?? null, lastLosses: losses.slice(-5), learningRate: broken.learningRate };
  const common = { rule: "run/not-a-number", severity: "error", layer: null, evidence } as const;
  // The first forward pass comes before any update: the learning rate is not at fault.
  if (broken.step === 1) return [{ ...common, ...fromTheStart(network, where) }];
  const rate = rateInForce(network);
  const before = losses.at(-1);
  return [
    {
      ...common,
      at: rate,
      message: `The loss is not a number from step ${broken.step} on${where}.`,
      detail: `${before === undefined ? "" : `One step before it was ${shown(before)}. `}Weights that grow without bound end like this: most often the learning rate is too high for this network and data, or values that are not scaled come in.`,
      fixes: otherRate(rate, 0.1),
    },
  ];
};

function fromTheStart({ data }: Network, where: string): Pick<Symptom, "at" | "message" | "detail" | "fixes"> {
  const isUnscaled = isKnown(data.normalize) && data.normalize.value.name === "none";
  return {
    at: data.normalize,
    message: `The loss is not a number from the first step on${where}.`,
    detail:
      "No update has been made yet, so the learning rate is not at fault: the data holds values too large for the network, the initial weights are too large, or the loss cannot take what the output activation gives.",
    fixes: isUnscaled ? [suggest("Standardize the features", set(data.normalize, { name: "standardize", args: {} }))] : [],
  };
}

/** The first layer whose activations or gradient are not finite, in the first step that shows it. */
function firstLayer(steps: readonly StepRecord[]): { readonly layer: string; readonly step: number } | undefined {
  for (const { step, layers = [] } of steps) {
    const found = layers.find(({ activationMean, activationStd }) => !Number.isFinite(activationMean) || !Number.isFinite(activationStd));
    if (found) return { layer: found.layer, step };
  }
  return undefined;
}
