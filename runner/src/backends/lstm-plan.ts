import type * as tf from "@tensorflow/tfjs-core";

/** An LSTM along a whole series. */
export interface LstmPlan {
  readonly steps: number;
  readonly examples: number;
  readonly units: number;
  /** Deeplearning4j's names. */
  readonly activation: string;
  readonly gate: string;
  /** Whether there is an input `Mask`. */
  readonly isMasked: boolean;
  /** Whether there is an input `Peepholes`. */
  readonly hasPeepholes: boolean;
}

/** How many numbers a step leaves behind for each unit: four blocks, cell, output. */
export const traceWidth = 6;

/** What both ways read. */
export interface LstmInputs {
  readonly FirstCell: tf.Tensor;
  /** `[steps, n]` */
  readonly Mask?: tf.Tensor;
  /** To forget, output, input gate: `[3, u]`. */
  readonly Peepholes?: tf.Tensor;
}

export interface ForwardInputs extends LstmInputs {
  /** xW + b, `[steps, n, 4u]`. */
  readonly Sums: tf.Tensor;
  /** `[u, 4u]` */
  readonly Weights: tf.Tensor;
  /** Output that the series begins with, `[n, u]`. */
  readonly First: tf.Tensor;
}

export interface BackInputs extends LstmInputs {
  readonly Trace: tf.Tensor;
  /** Of the trace, of which those of the output count. */
  readonly Errors: tf.Tensor;
  /** `[4u, u]`: transposed. */
  readonly Weights: tf.Tensor;
}

/** A way through a whole series in one operation, forward and back. */
export interface LstmEngine {
  takes(plan: LstmPlan): boolean;
  /** The trace, `[steps, n, 6u]`. */
  forward(plan: LstmPlan, inputs: ForwardInputs): tf.Tensor;
  /** The gradient of the sums, `[steps, n, 4u]`; what the series began with counts as a constant. */
  back(plan: LstmPlan, inputs: BackInputs): tf.Tensor;
}
