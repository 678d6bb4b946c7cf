import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Layer, Network } from "../../../core/src/model/network.js";
import type { Random } from "../network/random.js";
import type { Loss } from "../losses/loss.js";

/**
 * What flows between layers. Inside, channels come last and time first, which is what the backends are fast at:
 * `flat` `[n, f]`, `series` `[time, n, f]`, `image` `[n, h, w, c]`, `volume` `[n, d, h, w, c]`.
 */
export interface Activations {
  readonly kind: "flat" | "series" | "image" | "volume";
  readonly tensor: Tensor;
  /** Which steps of a series count: `[time, n, 1]` of 0 and 1. */
  readonly mask?: Tensor;
  /** What the loss of an output layer looks at beside what goes into the activation. */
  readonly besides?: readonly Tensor[];
}

/** What feeds a layer or vertex, in order; a layer has one input. */
export type Inputs = readonly [Activations, ...Activations[]];

/**
 * How an array takes part in training: weights have `l1`, `l2`, `weightDecay` and drop-connect, biases their own coefficients; `plain`
 * ones are trained without regularization; `statistic` ones follow the data, not the gradient.
 */
export type ArrayRole = "weight" | "bias" | "plain" | "statistic";

/** One array of a layer, in Deeplearning4j's layout outside. */
export interface ArraySpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly role: ArrayRole;
  /** Order of the outside dimensions inside, where it differs: `[2, 3, 1, 0]` for filters. */
  readonly order?: readonly number[];
  /** The first values, in the outside layout. */
  readonly initial: (random: Random) => Float32Array;
  /** Set where gradient normalization rescales the step of a statistic on its logarithm. */
  readonly isLogarithmic?: boolean;
  /** Set where the gradient is the update, whatever the layer's updater. */
  readonly isItsOwnUpdate?: boolean;
  /** Only pretraining knows it: supervised training neither moves nor regularizes it. */
  readonly isPretrainOnly?: boolean;
}

/** A layer's arrays by name, in the inside layout. */
export type Arrays = Readonly<Record<string, Tensor>>;

/** What a recurrent layer hands from one piece of a series to the next. */
export interface CarriedState {
  read(): readonly Tensor[] | undefined;
  write(state: readonly Tensor[]): void;
}

/** One forward pass, as one layer sees it. */
export interface Pass {
  readonly training: boolean;
  readonly random: Random;
  /** There only in truncated back-propagation. */
  readonly state?: CarriedState;
  /** Inside `Bidirectional`: a step that the mask drops leaves no state behind. */
  readonly clearsMasked?: boolean;
  /** Sets the value that a statistic gets after this step. */
  readonly follow: (array: string, value: Tensor) => void;
  /** What another layer, vertex or input of the graph gave in this pass. */
  readonly activationsOf: (name: string) => Activations;
}

/** What a layer of some kind computes. */
export interface LayerMath {
  readonly arrays: readonly ArraySpec[];
  /** The layer's activations; of an output layer what goes into its activation. Called inside `tidy`. */
  readonly forward: (inputs: Inputs, arrays: Arrays, pass: Pass) => Activations;
  /** There for layers that can be pretrained. */
  readonly pretraining?: Pretraining;
  /** There for output and loss layers. */
  readonly output?: OutputMath;
  /** The activation function that its output comes from, where that is one. */
  readonly activation?: string;
  /** Its arrays never change, and it runs as in use. */
  readonly isFrozen?: boolean;
}

/** What a layer learns from its input alone. */
export interface Pretraining {
  /**
   * How badly the input is reproduced, and the gradients by array, both summed over the examples. Called inside `tidy`.
   * @param input `[n, f]`; of a series a row for each step
   */
  readonly gradients: (
    input: Tensor2D,
    arrays: Arrays,
    random: Random,
  ) => { readonly error: Tensor; readonly gradients: Readonly<Record<string, Tensor>> };
}

/** What an output layer does with what `forward` gives. */
export interface OutputMath {
  readonly activate: (preactivation: Tensor) => Tensor;
  readonly loss: Loss;
}

/** Makes a layer's math from its settings. Throws a Refusal where a setting has no counterpart here. */
export type LayerKind = (layer: Layer, network: Network) => LayerMath;

/** The only array of that name; its absence is a mistake of ours. */
export function arrayNamed(arrays: Arrays, name: string): Tensor {
  const array = arrays[name];
  if (!array) throw new Error(`A layer has no array ${name}.`);
  return array;
}
