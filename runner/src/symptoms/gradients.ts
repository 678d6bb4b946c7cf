import type { Layer, Network } from "../../../core/src/model/network.js";
import { isFrozen, layersWithWeights } from "../../../core/src/resolve/layers-of.js";
import type { RunHistory } from "../run/history.js";
import { median } from "./symptom.js";

/** Gradient norms of the layers with weights, in the network's order, at every measured step. */
export interface GradientNorms {
  readonly first: Layer;
  readonly last: Layer;
  readonly steps: readonly { readonly step: number; readonly first: number; readonly last: number; readonly total: number }[];
}

/** `undefined` for networks of one layer: there is nothing that a gradient would have to pass. */
export function gradientNorms({ steps }: Pick<RunHistory, "steps">, network: Network): GradientNorms | undefined {
  const learning = layersWithWeights(network).filter((layer) => !isFrozen(layer));
  const [first, last] = [learning[0], learning.at(-1)];
  if (!first || !last || first === last) return undefined;
  return {
    first,
    last,
    steps: steps.flatMap(({ step, layers = [] }) => {
      const norms = layers.flatMap(({ layer, gradientNorm }) => (gradientNorm === null ? [] : [[layer, gradientNorm] as const]));
      const of = (id: string) => norms.find(([layer]) => layer === id)?.[1];
      const [ofFirst, ofLast] = [of(first.id), of(last.id)];
      if (ofFirst === undefined || ofLast === undefined) return [];
      return [{ step, first: ofFirst, last: ofLast, total: Math.hypot(...norms.map(([, norm]) => norm)) }];
    }),
  };
}

/** Median of a number over the later half of the measured steps. */
export function lateMedian<T>(steps: readonly T[], of: (step: T) => number): number {
  return median(steps.slice(Math.floor(steps.length / 2)).map(of));
}
