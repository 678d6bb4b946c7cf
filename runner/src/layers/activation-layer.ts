import { activationOf } from "./activations.js";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";

/** `ActivationLayer` */
export const activationLayer: LayerKind = (layer) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  return { arrays: [], activation: activation.name, forward: ([input], _, pass) => mapped(input, (x) => activation.apply(x, pass)) };
};

/** `DropoutLayer`: its dropout acts on its input, as every layer's does. */
export const passThrough: LayerKind = () => ({ arrays: [], forward: ([input]) => input });
