import type { Layer, Network } from "../model/network.js";
import { nameOf } from "../model/value.js";
import { valueOf, type Setting } from "../model/setting.js";
import type { Value } from "../model/value.js";
import { activations } from "../facts/activations.js";
import { frozenKinds, layers as layerFacts } from "../facts/layers.js";

/** The layer that computes: what wrappers (`Bidirectional`, `LastTimeStep`, `FrozenLayer`) hold. */
export function innermost(layer: Layer): Layer {
  return layer.inner ? innermost(layer.inner) : layer;
}

/** True for output and loss layers, frozen ones too. */
export function isOutput(layer: Layer): boolean {
  return layerFacts[innermost(layer).kind]?.loss === true;
}

/** True for recurrent layers, wrapped ones too. */
export function isRecurrent(layer: Layer): boolean {
  return layerFacts[innermost(layer).kind]?.category === "recurrent";
}

/** True for layers with weights, wrapped ones too; a class of the user's own is not known to have any. */
export function hasWeights(layer: Layer): boolean {
  return layerFacts[innermost(layer).kind]?.weights === true;
}

/** True where the weights stay as they are. */
export function isFrozen(layer: Layer): boolean {
  return frozenKinds.has(layer.kind) || (layer.inner !== undefined && isFrozen(layer.inner));
}

/** Layers with weights, in the network's order. */
export function layersWithWeights({ layers }: Network): readonly Layer[] {
  return layers.filter(hasWeights);
}

/** Layers with weights that are not outputs. */
export function hiddenLayers(network: Network): readonly Layer[] {
  return layersWithWeights(network).filter((layer) => !isOutput(layer));
}

/** Layers and vertices that feed this one, in the order of its inputs; the network's own inputs are not among them. */
export function feeds({ layers }: Network, { from }: Layer): readonly Layer[] {
  return from.flatMap((name) => layers.filter((layer) => layer.name === name));
}

/** Layers and vertices that this one feeds. */
export function consumers({ layers }: Network, { name }: Layer): readonly Layer[] {
  return layers.filter(({ from }) => from.includes(name));
}

/** The constant name of an activation: `LEAKYRELU` also for one with a parameter; `undefined` where it is unknown. */
export function activationName(setting: Setting<Value> | undefined): string | undefined {
  return nameOf(valueOf(setting));
}

/** True where a layer's activation is relu or one of its relatives. */
export function isRectified(layer: Layer): boolean {
  return activations[activationName(innermost(layer).activation) ?? ""]?.rectified === true;
}

/**
 * How many classes the network's only output tells apart: its units, 2 for a single one.
 * @returns `undefined` where a size is unknown or there are several outputs
 */
export function classesOf(network: Network): number | undefined {
  const [output, another] = network.layers.filter(isOutput);
  const shape = output && !another ? valueOf(output.outputShape) : undefined;
  if (!shape) return undefined;
  const units = shape.kind === "feedForward" || shape.kind === "recurrent" ? shape.size : shape.channels;
  return units === 1 ? 2 : units;
}
