import type { Layer, Network } from "../../../core/src/model/network.js";
import { isKnown, type Setting } from "../../../core/src/model/setting.js";

/**
 * A vertex as the layers see their settings: vertices that have weights train by the run's updater and regularization
 * (`SameDiffVertex.applyGlobalConfigToLayer`), which the resolved network says of layers only.
 */
export function withRunSettings(vertex: Layer, { train }: Network): Layer {
  const { nOut, weightInit } = vertex.more;
  const path = `layers.${vertex.index}.weightInit`;
  return {
    ...vertex,
    ...(isKnown(nOut) && typeof nOut.value === "number" ? { nOut: { ...nOut, value: nOut.value } } : {}),
    weightInit: named(weightInit) ?? { origin: "default", value: "XAVIER", range: null, path, address: path },
    updater: train.updater,
    ...{ l1: train.l1, l2: train.l2, weightDecay: train.weightDecay },
    ...{ gradientNormalization: train.gradientNormalization, gradientNormalizationThreshold: train.gradientNormalizationThreshold },
  };
}

function named(setting: Setting<unknown> | undefined): Setting<string> | undefined {
  return isKnown(setting) && typeof setting.value === "string" ? { ...setting, value: setting.value } : undefined;
}
