import type * as tf from "@tensorflow/tfjs-core";
import { innermost } from "../../../core/src/resolve/layers-of.js";
import { arranged } from "../layers/arrange.js";
import type { Activations, Arrays, CarriedState, Inputs } from "../layers/layer-math.js";
import type { NetworkLayer } from "./network-layer.js";
import type { Parameter } from "./parameter.js";
import type { Random } from "./random.js";

/** What one forward pass needs beside the layers. */
export interface ForwardOptions {
  readonly training: boolean;
  readonly random: Random;
  readonly inputs: ReadonlyMap<string, Activations>;
  /** The value of a parameter in this pass. */
  readonly valueOf: (parameter: Parameter) => tf.Tensor;
  readonly stateOf?: (layer: string) => CarriedState;
  readonly follow: (parameter: Parameter, value: tf.Tensor) => void;
}

/** Runs all layers; by name what each gives, for output layers before their activation. */
export function forward(layers: readonly NetworkLayer[], options: ForwardOptions): ReadonlyMap<string, Activations> {
  const given = new Map(options.inputs);
  const activationsOf = (name: string): Activations => {
    const activations = given.get(name);
    if (!activations) throw new Error(`Nothing comes from ${name}.`);
    return activations;
  };
  for (const one of layers) {
    const inputs = inputsOf(one, activationsOf, options);
    const training = options.training && one.math.isFrozen !== true;
    const state = options.stateOf?.(one.layer.name);
    const pass = { training, random: options.random, follow: following(one, options), activationsOf, ...(state ? { state } : {}) };
    given.set(one.layer.name, one.math.forward(inputs, arraysOf(one, options), pass));
  }
  return given;
}

/** What feeds a layer in this pass, as it takes it, after its dropout. */
export function inputsOf(
  { layer, takes, dropout, hasChannelsLast }: NetworkLayer,
  from: (name: string) => Activations,
  options: Pick<ForwardOptions, "training" | "random">,
): Inputs {
  const [first, ...rest] = layer.from.map((name) => {
    const activations = arranged(from(name), takes, innermost(layer).inputShape, hasChannelsLast);
    return options.training && dropout ? { ...activations, tensor: dropout(activations.tensor, options.random) } : activations;
  });
  if (!first) throw new Error(`Nothing feeds ${layer.name}.`);
  return [first, ...rest];
}

function following({ parameters, layer }: NetworkLayer, { follow }: ForwardOptions): (array: string, value: tf.Tensor) => void {
  return (array, value) => {
    const parameter = parameters.find(({ spec }) => spec.name === array);
    if (!parameter) throw new Error(`${layer.name} has no array ${array}.`);
    follow(parameter, value);
  };
}

/** The layer's arrays, with the noise on its weights. */
function arraysOf({ parameters, weightNoise }: NetworkLayer, { valueOf, training, random }: ForwardOptions): Arrays {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const { spec } = parameter;
      const value = valueOf(parameter);
      return [spec.name, weightNoise ? weightNoise(value, spec, { training, random }) : value];
    }),
  );
}
