import type { Layer, Network } from "../../../core/src/model/network.js";
import { otherRate, rateInForce } from "./learning-rate.js";
import { layerById, shown, type FindSymptom, type Symptom } from "./symptom.js";
import { medianRatios } from "./update-ratios.js";

/** Thresholds of `run/update-ratio`, from Deeplearning4j's documentation of its training interface. */
export const updateRatioOptions = {
  /** log10 of mean |update| / mean |weight|. */
  low: -4,
  ideal: -3,
  high: -2,
  /** Measured steps (after the tenth) that it takes to tell. */
  leastMeasured: 5,
};

interface Outside {
  readonly layer: Layer;
  readonly ratio: number;
}

/** Weights move too much or too little in a step, compared with their own size, for most of the run. */
export const updateRatio: FindSymptom = (history, network) => {
  const { low, high, leastMeasured } = updateRatioOptions;
  const outside = [...medianRatios(history, network, leastMeasured)].flatMap(([id, ratio]) => {
    const layer = layerById(network, id);
    return layer && (ratio < low || ratio > high) ? [{ layer, ratio }] : [];
  });
  return byRate(outside, network).map((group) => symptomOf(group, network));
};

/** Layers that one learning rate moves, together: they are one finding, on that rate. */
function byRate(outside: readonly Outside[], network: Network): Outside[][] {
  const groups = new Map<string, Outside[]>();
  for (const one of outside) {
    const rate = rateInForce(network, one.layer);
    const key = "anchor" in rate ? "train" : rate.address;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function symptomOf(group: readonly Outside[], network: Network): Symptom {
  const { ideal, low, high } = updateRatioOptions;
  const farthest = group.reduce((worst, one) => (Math.abs(one.ratio - ideal) > Math.abs(worst.ratio - ideal) ? one : worst));
  const { layer, ratio } = farthest;
  const rate = rateInForce(network, layer);
  const isHigh = ratio > high;
  const factor = 10 ** Math.abs(ratio - ideal);
  const others = group.length > 1 ? `, as in ${group.length - 1} more ${group.length === 2 ? "layer" : "layers"},` : "";
  return {
    rule: "run/update-ratio",
    severity: "warning",
    message: `In layer ${layer.id}${others} a step changes the weights by ${shown(10 ** ratio)} of their size (log10 ${ratio.toFixed(1)}): ${isHigh ? "too much" : "too little"}.`,
    detail: `About 10^${ideal} is usual, below 10^${low} or above 10^${high} is suspicious. ${isHigh ? "Lower" : "Raise"} the learning rate about ${shown(factor)} times.`,
    evidence: {
      layers: group.map((one) => one.layer.id).join(", "),
      ratiosLog10: group.map((one) => Number(one.ratio.toFixed(3))),
      factor,
    },
    layer: group.length === 1 ? layer.id : null,
    at: rate,
    fixes: otherRate(rate, isHigh ? 1 / factor : factor),
  };
}
