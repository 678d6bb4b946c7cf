import type { Tensor } from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";
import { averagePooled, maxPooled, pNorm, sumPooled } from "./pool.js";
import { alongTime, single } from "./series-windows.js";
import { windowsOf, type Window } from "./windows.js";

type Pooling = (images: Tensor, windows: readonly [Window, Window]) => Tensor;

/** `SubsamplingLayer` */
export const subsampling: LayerKind = (layer) => {
  const [vertical, horizontal] = windowsOf(layer, 2);
  if (!vertical || !horizontal) throw new Refusal(`layers.${layer.index}.kernel`, "it needs a height and a width");
  const pooling = poolingOf(layer);
  return { arrays: [], forward: ([input]) => mapped(input, (images) => pooling(images, [vertical, horizontal])) };
};

/** `Subsampling1DLayer` */
export const subsampling1D: LayerKind = (layer) => {
  const [window] = windowsOf(layer, 1);
  if (!window) throw new Refusal(`layers.${layer.index}.kernel`, "it needs a length");
  const pooling = poolingOf(layer);
  return { arrays: [], forward: ([input]) => alongTime(input, window, (images) => pooling(images, [window, single])) };
};

function poolingOf(layer: Layer): Pooling {
  const path = `layers.${layer.index}.pooling`;
  refuseDilation(layer);
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
    default:
      // Deeplearning4j 1.0.0-M2.1 throws for SUM as well.
      throw new Refusal(path, `a ${layer.kind} cannot pool by ${name}`);
  }
}

function refuseDilation(layer: Layer): void {
  if (valueOf(layer.dilation)?.some((size) => size !== 1))
    throw new Refusal(`layers.${layer.index}.dilation`, "pooling cannot be dilated here");
}
