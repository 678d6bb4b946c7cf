import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { preferred, set, suggest } from "../../../core/src/rules/define-rule.js";
import type { RunHistory } from "../run/history.js";
import { isAtChance } from "./chance-level.js";
import { deadLayers } from "./dead-units.js";
import { diverging } from "./diverging.js";
import { gradientNorms, lateMedian, type GradientNorms } from "./gradients.js";
import { flatFall } from "./loss-flat.js";
import { isBroken } from "./not-a-number.js";
import { isTooHigh, rateInForce } from "./rate.js";
import { median, shown, type FindSymptom, type Symptom } from "./symptom.js";

/** Thresholds of `run/exploding-gradient`: the ratio is AutoTrainer's (Zhang et al., ICSE 2021). */
export const explodingGradientOptions = {
  /** Gradient norm of the first layer against the last one's, at first or for most of the run. */
  ratio: 70,
  /** The whole norm grows so many times above its first value. */
  growth: 10,
  /** Measured steps at the start that are looked at together. */
  early: 3,
};

/** Gradients that grow on their way back through the layers, or from step to step, in a network that does not learn. */
export const explodingGradient: FindSymptom = (history, network) => {
  const norms = gradientNorms(history, network);
  // Too high a rate makes every gradient grow: that is said where the rate stands.
  if (!norms || norms.steps.length === 0 || isTooHigh(rateInForce(network)) || !isFailing(history, network)) return [];
  const found = alongLayers(norms) ?? overTime(norms);
  if (!found) return [];
  const { train } = network;
  const clip = suggest(
    "Clip gradients at 1",
    set(train.gradientNormalization, "ClipElementWiseAbsoluteValue"),
    set(train.gradientNormalizationThreshold, 1),
  );
  return [
    {
      rule: "run/exploding-gradient",
      severity: "warning",
      ...found,
      layer: norms.first.id,
      at: train.gradientNormalization,
      fixes: valueOf(train.gradientNormalization) === "None" ? [preferred(clip)] : [],
    },
  ];
};

function isFailing(history: RunHistory, network: Network): boolean {
  return (
    history.steps.some(isBroken) ||
    diverging(history, network).length > 0 ||
    deadLayers(history, network).length > 0 ||
    isAtChance(history, network) ||
    flatFall(history, network) !== undefined
  );
}

type Found = Pick<Symptom, "message" | "detail" | "evidence">;

const why =
  "Every layer, and every step of a series, multiplies the gradient on its way back: with weights that are too large it grows without bound. Clip it, or start with smaller weights.";

function alongLayers({ first, last, steps }: GradientNorms): Found | undefined {
  const { ratio, early } = explodingGradientOptions;
  const shares = steps.filter((step) => Number.isFinite(step.first) && step.last > 0).map((step) => step.first / step.last);
  const share = Math.max(
    median(shares.slice(0, early)),
    lateMedian(shares, (one) => one),
  );
  if (!(share > ratio)) return undefined;
  return {
    message: `The gradient grows on its way back: at layer ${first.id} it is ${shown(share)} times that at layer ${last.id}.`,
    detail: `Over ${ratio} times is too much in a network that does not learn. ${why}`,
    evidence: { share, firstLayer: first.id, lastLayer: last.id },
  };
}

function overTime({ steps }: GradientNorms): Found | undefined {
  const { growth } = explodingGradientOptions;
  const totals = steps.map(({ total }) => (Number.isFinite(total) ? total : Infinity));
  const [start = 0] = totals;
  const most = Math.max(...totals);
  if (!(start > 0 && (most > growth * start || start === Infinity))) return undefined;
  const peak = Number.isFinite(most) ? shown(most) : "beyond all numbers";
  return {
    message:
      start === Infinity
        ? "The gradient is too large for a number from the first step on."
        : `The gradient explodes: its norm is ${shown(start)} at first, and then ${peak}.`,
    detail: `More than ${growth} times as large, in a network that does not learn. ${why}`,
    evidence: { start: finite(start), most: finite(most), steps: steps.length },
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
