import type { Layer, Network } from "../../../core/src/model/network.js";
import type { RunHistory } from "../run/history.js";
import { byAddress, layersText } from "./by-address.js";
import { canRise, higherRate, isTooHigh, lowerRate, rateInForce, type RateInForce } from "./rate.js";
import { layerById, median, shown, type FindSymptom, type Symptom } from "./symptom.js";
import { updateRatios } from "./update-ratios.js";

/** Thresholds of `run/update-ratio`, from Deeplearning4j's documentation of its training interface. */
export const updateRatioOptions = {
  /** log10 of mean |update| / mean |weight|. */
  low: -4,
  ideal: -3,
  high: -2,
  /** A layer may lie so much outside, unless the middle one of at least three that share the rate does. */
  single: 0.5,
  several: 3,
  /** Measured steps (after the tenth) that it takes to tell. */
  leastMeasured: 5,
};

/** A layer whose updates are out of proportion. */
export interface OutsideRatio {
  readonly layer: Layer;
  readonly ratio: number;
  readonly isHigh: boolean;
  readonly rate: RateInForce;
  readonly at: RateInForce["at"];
}

/** Weights move too much or too little in a step, compared with their own size, for most of the run. */
export const updateRatio: FindSymptom = (history, network) =>
  [true, false].flatMap((isHigh) =>
    byAddress(outsideRatios(history, network).filter((one) => one.isHigh === isHigh)).map((group) => symptomOf(group)),
  );

/** The layers whose updates are too large, or too small because of the rate: not because no gradient reaches them. */
export function outsideRatios(history: Pick<RunHistory, "steps">, network: Network): readonly OutsideRatio[] {
  const { leastMeasured } = updateRatioOptions;
  const all = [...updateRatios(history, network, leastMeasured)].flatMap(([id, ratios]) => {
    const layer = layerById(network, id);
    if (!layer) return [];
    const rate = rateInForce(network, layer);
    return [{ layer, rate, at: rate.at, ...ratios }];
  });
  return byAddress(all).flatMap((group) => {
    const high = outside(group, ({ all: ratio }) => ratio, true);
    const low = outside(group, ({ learning }) => learning, false);
    return [...high, ...low.filter(({ rate, ratio }) => canRise(rate, factorOf(ratio)) && !isTooHigh(rate))];
  });
}

type Measured = Omit<OutsideRatio, "ratio" | "isHigh"> & { readonly all: number; readonly learning: number | undefined };

function outside(group: readonly Measured[], ratioOf: (one: Measured) => number | undefined, isHigh: boolean): OutsideRatio[] {
  const { low, high, single, several } = updateRatioOptions;
  const isBeyond = (ratio: number, by: number) => (isHigh ? ratio > high + by : ratio < low - by);
  const measured = group.flatMap(({ layer, rate, at, ...ratios }) => {
    const ratio = ratioOf({ layer, rate, at, ...ratios });
    return ratio === undefined ? [] : [{ layer, rate, at, ratio, isHigh }];
  });
  const isCommon = measured.length >= several && isBeyond(median(measured.map(({ ratio }) => ratio)), 0);
  return measured.filter(({ ratio }) => isBeyond(ratio, isCommon ? 0 : single));
}

/** By how much the rate should change for the ideal ratio. */
const factorOf = (ratio: number) => 10 ** Math.abs(ratio - updateRatioOptions.ideal);

function symptomOf(group: readonly [OutsideRatio, ...OutsideRatio[]]): Symptom {
  const { ideal, low, high } = updateRatioOptions;
  const farthest = group.reduce((worst, one) => (Math.abs(one.ratio - ideal) > Math.abs(worst.ratio - ideal) ? one : worst));
  const { layer, ratio, isHigh, rate, at } = farthest;
  const factor = factorOf(median(group.map((one) => one.ratio)));
  const others = group.length > 1 ? `, as in ${group.length - 1} more ${group.length === 2 ? "layer" : "layers"},` : "";
  const ids = group.map((one) => one.layer.id);
  return {
    rule: "run/update-ratio",
    severity: "warning",
    message: `In layer ${layer.id}${others} a step changes the weights by ${shown(10 ** ratio)} of their size (log10 ${ratio.toFixed(1)}): ${isHigh ? "too much" : "too little"}.`,
    detail: `About 10^${ideal} is usual, below 10^${low} or above 10^${high} is suspicious. ${isHigh ? "Lower" : "Raise"} the learning rate of ${layersText(ids)} about ${shown(factor)} times.`,
    evidence: { layers: ids.join(", "), ratiosLog10: group.map((one) => Number(one.ratio.toFixed(3))), factor },
    layer: group.length === 1 ? layer.id : null,
    at,
    fixes: isHigh ? lowerRate(rate, 1 / factor) : higherRate(rate, factor),
  };
}
