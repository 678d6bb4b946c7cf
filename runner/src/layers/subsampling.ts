import type { Tensor } from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";
import { averagePooled, maxPooled, pNorm, sumPooled } from "./pool.js";
import { alongTime, single } from "./series-windows.js";
import { imageWindowsOf, seriesWindowOf, type Window } from "./windows.js";

type Pooling = (images: Tensor, windows: readonly [Window, Window]) => Tensor;

/** `SubsamplingLayer` */
export const subsampling: LayerKind = (layer) => {
  const windows = imageWindowsOf(layer);
  const pooling = poolingOf(layer);
  return { arrays: [], forward: ([input]) => mapped(input, (images) => pooling(images, windows)) };
};

/** `Subsampling1DLayer` */
export const subsampling1D: LayerKind = (layer) => {
  const window = seriesWindowOf(layer);
  const pooling = poolingOf(layer);
  return { arrays: [], forward: ([input]) => alongTime(input, window, (images) => pooling(images, [window, single])) };
};

function poolingOf(layer: Layer): Pooling {
  const path = `layers.${layer.index}.pooling`;
  const name = knownValue(layer.pooling, path);
  switch (name) {
    case "MAX":
      return maxPooled;
    case "AVG":
      return averagePooled;
    case "PNORM": {
      const p = knownValue(layer.pnorm, `layers.${layer.index}.pnorm`);
      return (images, windows) => pNorm(images, p, (powers) => sumPooled(powers, windows));
    }
    case "SUM":
      return sumPooled;
    default:
      throw new Refusal(path, `a ${layer.kind} cannot pool by ${name}`);
  }
}
