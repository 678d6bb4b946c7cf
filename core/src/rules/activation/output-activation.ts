import type { Layer, Network } from "../../model/network.js";
import type { Call } from "../../model/value.js";
import { isKnown, valueOf, type Known } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";
import { nameOf } from "../../model/value.js";

/** The activation that shapes what a loss sees, and the layer that it belongs to. */
export interface OutputActivation {
  readonly name: string;
  readonly setting: Known<string | Call>;
  /** The output layer, or the layer before a loss layer that is linear itself. */
  readonly owner: Layer;
}

const lossLayers: ReadonlySet<string> = new Set(["LossLayer", "RnnLossLayer", "CnnLossLayer", "Cnn3DLossLayer"]);
const passing: ReadonlySet<string> = new Set(["DropoutLayer", "ActivationLayer"]);
const outputKinds: ReadonlySet<string> = new Set([...lossLayers, "OutputLayer", "RnnOutputLayer", "CenterLossOutputLayer"]);

/** The output and loss layers. */
export function outputLayers({ layers }: Network): readonly Layer[] {
  return layers.filter(({ kind }) => outputKinds.has(kind));
}

/**
 * What is in force at an output: its own activation, or, through linear loss and activation layers, that of the layer before.
 * `undefined` when it cannot be known.
 */
export function outputActivation(network: Network, output: Layer): OutputActivation | undefined {
  const { activation } = output;
  const name = isKnown(activation) ? nameOf(activation.value) : undefined;
  if (!isKnown(activation) || name === undefined) return undefined;
  const own = { name, setting: activation, owner: output };
  if (name !== "IDENTITY" || !lossLayers.has(output.kind)) return own;
  return before(network, output, own);
}

function before(network: Network, layer: Layer, linear: OutputActivation): OutputActivation | undefined {
  const feeding = network.layers.filter(({ name }) => layer.from.includes(name));
  const [previous] = feeding;
  if (!previous || feeding.length > 1 || previous.isVertex || previous.inner) return undefined;
  const { activation } = previous;
  if (activation === undefined) return passing.has(previous.kind) ? before(network, previous, linear) : undefined;
  const name = isKnown(activation) ? nameOf(activation.value) : undefined;
  if (!isKnown(activation) || name === undefined) return undefined;
  if (name !== "IDENTITY") return { name, setting: activation, owner: previous };
  return passing.has(previous.kind) ? before(network, previous, linear) : linear;
}

/** True for the layer whose activation the loss sees: an output layer, or the layer before a linear loss layer. */
export function answers(network: Network, layer: Layer): boolean {
  return outputLayers(network).some((output) => outputActivation(network, output)?.owner === layer);
}

/** True where the network gives as many values as it takes, through fewer: its target is most likely its input. */
export function seemsToReconstruct({ layers, data }: Network): boolean {
  if (valueOf(data.label) === "features") return true;
  const sized = layers.map((layer) => innermost(layer)).filter(({ nOut }) => nOut !== undefined);
  const [first, last] = [sized[0], sized.at(-1)];
  const inputs = valueOf(first?.nIn);
  if (inputs === undefined || inputs < 2 || first === last || valueOf(last?.nOut) !== inputs) return false;
  return sized.some(({ nOut }) => (valueOf(nOut) ?? inputs) < inputs);
}
