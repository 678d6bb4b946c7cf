import type { Layer, Network } from "../../../core/src/model/network.js";
import { Refusal } from "../network/refusal.js";
import { activationLayer, passThrough } from "./activation-layer.js";
import { dense } from "./dense.js";
import type { LayerKind, LayerMath } from "./layer-math.js";
import { lossLayer, output } from "./outputs.js";

/** Every kind of layer and vertex that can be trained, by Deeplearning4j's class name. */
const kinds: Readonly<Record<string, LayerKind>> = {
  DenseLayer: dense,
  OutputLayer: output,
  RnnOutputLayer: output,
  LossLayer: lossLayer,
  RnnLossLayer: lossLayer,
  ActivationLayer: activationLayer,
  DropoutLayer: passThrough,
};

/**
 * The math of a layer.
 * @throws Refusal for kinds that are not here, and for settings that their math has no counterpart for
 */
export function mathOf(layer: Layer, network: Network): LayerMath {
  const kind = kinds[layer.kind];
  if (!kind) throw new Refusal(layer.kind, `layers of the kind ${layer.kind} cannot be trained here`);
  return kind(layer, network);
}
