import type { Network } from "../../../core/src/model/network.js";
import type { LayerStatistics } from "../engine.js";
import type { StepRecord } from "../run/history.js";
import { causesOf, joinedFixes, type Cause } from "./cause.js";
import { isTooHigh, lowerRate, rateInForce } from "./rate.js";
import { shown, type FindSymptom, type Symptom } from "./symptom.js";

/** The loss became infinite or not a number: the first layer and step where that can be seen. */
export const notANumber: FindSymptom = (history, network) => {
  const { steps } = history;
  const broken = steps.find(isBroken);
  if (!broken) return [];
  const place = firstLayer(steps.slice(0, broken.step));
  const losses = steps.slice(0, broken.step - 1).map(({ loss }) => loss);
  const what = Number.isFinite(broken.loss) ? "Gradients or activations are not numbers" : "The loss is not a number";
  const where = place ? `, first seen in layer ${place.layer} in step ${place.step}` : "";
  const evidence = { step: broken.step, layer: place?.layer ?? null, lastLosses: losses.slice(-5), learningRate: broken.learningRate };
  const common = { rule: "run/not-a-number", severity: "error", layer: null, evidence } as const;
  const causes = causesOf(history, network);
  // The first forward pass comes before any update: the learning rate is not at fault.
  if (broken.step === 1) return [{ ...common, ...fromTheStart(network, `${what} from the first step on${where}.`, causes) }];
  const rate = rateInForce(network);
  const cause = isTooHigh(rate) ? undefined : causes[0];
  const before = losses.at(-1);
  return [
    {
      ...common,
      at: cause?.at ?? rate.at,
      message: `${what} from step ${broken.step} on${where}.`,
      detail: `${before === undefined ? "" : `One step before the loss was ${shown(before)}. `}Weights that grow without bound end like this: most often the learning rate is too high for this network and data, or values that are not scaled come in.${cause ? ` ${cause.message}` : ""}`,
      fixes: joinedFixes(cause?.fixes ?? [], lowerRate(rate, 0.1)),
    },
  ];
};

function fromTheStart({ data }: Network, message: string, causes: readonly Cause[]): Pick<Symptom, "at" | "message" | "detail" | "fixes"> {
  const cause = causes.find(({ rule }) => !rule.startsWith("learning-rate"));
  return {
    at: cause?.at ?? data.normalize,
    message,
    detail: `No update has been made yet, so the learning rate is not at fault: the data holds values too large for the network, the initial weights are too large, or the loss cannot take what the output activation gives.${cause ? ` ${cause.message}` : ""}`,
    fixes: joinedFixes(cause?.fixes ?? []),
  };
}

/** The loss is not finite, or what was measured of a layer: a rectified layer turns what is not a number into 0, and hides it. */
export function isBroken({ loss, layers = [] }: Pick<StepRecord, "loss" | "layers">): boolean {
  return !Number.isFinite(loss) || layers.some(isLost);
}

function isLost({ activationMean, activationStd, gradientNorm }: LayerStatistics): boolean {
  return ![activationMean, activationStd, gradientNorm ?? 0].every(Number.isFinite);
}

/** The first layer whose activations or gradient are not finite, in the first step that shows it. */
function firstLayer(steps: readonly StepRecord[]): { readonly layer: string; readonly step: number } | undefined {
  for (const { step, layers = [] } of steps) {
    const found = layers.find(isLost);
    if (found) return { layer: found.layer, step };
  }
  return undefined;
}
