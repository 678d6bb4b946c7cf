import * as tf from "@tensorflow/tfjs-core";
import type { Activations } from "../layers/layer-math.js";
import type { BatchTensors } from "./batch-tensors.js";
import { forward, type ForwardOptions } from "./forward.js";
import type { NetworkLayer } from "./network-layer.js";
import type { Parameter } from "./parameter.js";
import { totalLoss } from "./score.js";
import { stepTowards, type ArrayStep } from "./update.js";

/** One training pass. Its tensors are kept: `dispose` when they have been used. */
export interface TrainingPass {
  /** What each layer gave, output layers before their activation. */
  readonly given: ReadonlyMap<string, Activations>;
  /** Sum of the losses over the examples. */
  readonly total: tf.Tensor;
  /** Gradients of that sum, and the steps of statistics. */
  readonly steps: ReadonlyMap<Parameter, ArrayStep>;
  readonly dispose: () => void;
}

/** Runs the layers forward and backward. Called inside `tidy`. */
export function lossAndGradients(
  layers: readonly NetworkLayer[],
  tensors: BatchTensors,
  options: Omit<ForwardOptions, "training" | "valueOf" | "follow">,
): TrainingPass {
  const trained = layers.flatMap(({ parameters }) => parameters.filter(({ isTrained }) => isTrained));
  const steps = new Map<Parameter, ArrayStep>();
  const kept: tf.Tensor[] = [];
  // What the backward pass does not need is cleared away before the statistics are taken.
  const keep = (tensor: tf.Tensor) => {
    const copy = tf.keep(tf.clone(tensor));
    kept.push(copy);
    return copy;
  };
  let given: ReadonlyMap<string, Activations> = new Map();
  const totalOf = (...values: tf.Tensor[]) => {
    const byParameter = new Map(trained.map((parameter, index) => [parameter, values[index]] as const));
    const passed = forward(layers, {
      ...options,
      training: true,
      valueOf: (parameter) => byParameter.get(parameter) ?? parameter.tensor,
      follow: (parameter, value) => {
        steps.set(parameter, { parameter, gradient: keep(stepTowards(parameter, value)) });
      },
    });
    given = new Map(
      [...passed].map(([name, { kind, tensor, mask }]) => [name, { kind, tensor: keep(tensor), ...(mask ? { mask: keep(mask) } : {}) }]),
    );
    return totalLoss(layers, passed, tensors);
  };
  const values = trained.map(({ tensor }) => tensor);
  // An array may have no part in a loss: what only later steps of a series use, where there is but one.
  const { value, grads }: { value: tf.Tensor; grads: (tf.Tensor | undefined)[] } = tf
    .engine()
    .gradients(() => totalOf(...values), values, undefined, true);
  trained.forEach((parameter, index) => steps.set(parameter, { parameter, gradient: grads[index] ?? tf.zerosLike(parameter.tensor) }));
  return {
    given,
    total: value,
    steps,
    dispose: () => {
      for (const tensor of kept) tensor.dispose();
    },
  };
}
