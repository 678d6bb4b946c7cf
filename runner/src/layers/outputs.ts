import { Refusal } from "../network/refusal.js";
import { lossOf } from "../losses/loss.js";
import { activationOf } from "./activations.js";
import { affine, mapped, weightsAndBias } from "./dense.js";
import type { LayerKind, OutputMath } from "./layer-math.js";
import type { Layer } from "../../../core/src/model/network.js";

/** `OutputLayer` and `RnnOutputLayer`: a dense layer with a loss, for each step of a series alike. */
export const output: LayerKind = (layer, network) => ({
  arrays: weightsAndBias(layer, network),
  ...outputOf(layer),
  forward: ([input], arrays) => mapped(input, (x) => affine(x, arrays)),
});

/** `LossLayer`, `RnnLossLayer`, `CnnLossLayer`, `Cnn3DLossLayer`: the loss of what comes in, after the activation. */
export const lossLayer: LayerKind = (layer) => ({ arrays: [], ...outputOf(layer), forward: ([input]) => input });

/** What makes a layer an output. @throws Refusal for a series where vectors are wanted */
export function outputOf(layer: Layer): { readonly activation: string; readonly output: OutputMath } {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  refuseSteps(layer);
  if (activation.name === "RRELU")
    throw new Refusal(`layers.${layer.index}.activation`, "RRELU is drawn anew in every pass, which a loss cannot follow here");
  return { activation: activation.name, output: { activate: activation.apply, loss: lossOf(layer, activation) } };
}

/** Deeplearning4j turns every step into an example of its own there, and so the labels would have to come. */
function refuseSteps({ kind, inputShape, index }: Layer): void {
  const takesVectors = kind === "OutputLayer" || kind === "LossLayer" || kind === "CenterLossOutputLayer";
  if (takesVectors && inputShape?.kind === "feedForward" && inputShape.steps !== undefined)
    throw new Refusal(
      `layers.${index}`,
      `a series comes into this ${kind}: it needs an RnnOutputLayer, or LastTimeStep or GlobalPoolingLayer before it`,
    );
}
