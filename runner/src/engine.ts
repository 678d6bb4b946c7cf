import type { Network } from "../../core/src/model/network.js";

/** A dense array of numbers, row-major. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * One minibatch. Shapes as in Deeplearning4j: `[n, f]`, `[n, f, time]`, `[n, c, h, w]`; masks `[n, time]` or `[n, 1]`.
 * Keys: the input's name; the output layer's name.
 */
export interface Batch {
  readonly size: number;
  readonly features: Readonly<Record<string, NumberArray>>;
  readonly labels: Readonly<Record<string, NumberArray>>;
  readonly featuresMask?: Readonly<Record<string, NumberArray>>;
  readonly labelsMask?: Readonly<Record<string, NumberArray>>;
}

/** What is measured of one layer in one step. */
export interface LayerStatistics {
  /** The layer's id: its name as written, else its index. */
  readonly layer: string;
  /** log10(mean |update| / mean |parameter|) over the weights (not biases); `null` for layers without weights. */
  readonly updateRatioLog10: number | null;
  /** L2 norm of the layer's gradient, before normalization and updater. */
  readonly gradientNorm: number | null;
  readonly activationMean: number;
  readonly activationStd: number;
  /** Share of a rectified layer's units that are 0 for every example of this minibatch; 0 for other layers. */
  readonly inactive: number;
  /** Share of a sigmoid or tanh layer's activations whose input lies beyond ±5; 0 for other layers. */
  readonly saturated: number;
}

/** What one call of `fit(DataSet)` reports. */
export interface StepResult {
  /** Deeplearning4j's score before the update, regularization included. */
  readonly loss: number;
  /** Rate of the first layer that learns, at this step; `null` for updaters without one. */
  readonly learningRate: number | null;
  /** Present when statistics were asked for. */
  readonly layers?: readonly LayerStatistics[];
  /** Outputs of the training pass by output layer, present when statistics were asked for. */
  readonly outputs?: Readonly<Record<string, NumberArray>>;
}

/** The file of `--initial-weights` and `--save-weights`. Arrays in Deeplearning4j's layouts. */
export interface Weights {
  readonly layers: readonly ({ readonly layer: string } & Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] } | string>
  >)[];
}

/** A setting that a run does not honour as Deeplearning4j does. */
export interface Unsupported {
  /** The setting's path, or the layer's kind. */
  readonly setting: string;
  readonly reason: string;
}

/** A network with weights, on a backend, that can be trained one minibatch at a time. */
export interface TrainableNetwork {
  readonly parameters: number;
  /**
   * One `fit(DataSet)`: all its updates (`iterations`; pieces of truncated back-propagation).
   * @param options `epoch` counts from 0, as schedules see it
   */
  fit(batch: Batch, options: { readonly epoch: number; readonly statistics: boolean }): Promise<StepResult>;
  /** Score (regularization included, inference mode) and outputs by output layer. */
  evaluate(batch: Batch): Promise<{ readonly loss: number; readonly outputs: Readonly<Record<string, NumberArray>> }>;
  /** Layers that can learn from their input alone, by id, in the order in which they do. */
  readonly pretrainable: readonly string[];
  /**
   * One minibatch of a layer's pretraining, on what the layers before it give in use.
   * @returns how badly the layer reproduced its input before the update: the mean over the examples
   */
  pretrain(layer: string, batch: Batch, options: { readonly epoch: number }): Promise<number>;
  weights(): Promise<Weights>;
  /** Replaces the arrays that the file has. Throws a {@link WeightsError} naming an unknown layer or array, or a wrong shape. */
  setWeights(weights: Weights): void;
  dispose(): void;
}

/** A weights file that does not fit the network. */
export class WeightsError extends Error {
  override readonly name = "WeightsError";
}

/** What stands in the way of training a network, found before the first step. */
export interface Feasibility {
  /** What makes the run impossible: shown, and nothing is trained. */
  readonly refused: readonly Unsupported[];
  /** Known departures from Deeplearning4j: declared in `start.unsupported`. */
  readonly departures: readonly Unsupported[];
}

/** Says what of a network cannot be trained, or not as Deeplearning4j does it. */
export type CheckFeasibility = (network: Network) => Feasibility;
