import type { LayerStatistics } from "../engine.js";

/** Metrics by name, as in the events. */
export type Metric = Readonly<Record<string, number>>;

/** What a step left behind. */
export interface StepRecord {
  /** From 1. */
  readonly step: number;
  readonly epoch: number;
  readonly loss: number;
  readonly learningRate: number | null;
  /** Present for the steps that were measured. */
  readonly layers?: readonly LayerStatistics[];
  /** Mean −ln of the probability given to the right class, without regularization; present for measured steps of classifiers. */
  readonly classError?: number;
}

/** What an evaluation says. */
export interface Evaluation {
  readonly loss: number;
  readonly metric: Metric;
  /** Of outputs that tell classes apart. */
  readonly classes: readonly ClassCounts[];
  /** Standard error of the loss as a share of it: how far it would lie off on as many other examples. */
  readonly uncertainty: number;
}

/** How often each class is right, and how often it was answered. */
export interface ClassCounts {
  readonly output: string;
  /** By actual, then by answered class. */
  readonly confusion: readonly (readonly number[])[];
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
  readonly correct: number;
}

/** What an epoch left behind. */
export interface EpochRecord {
  readonly epoch: number;
  /** Steps done at its end. */
  readonly step: number;
  readonly trainLoss: number;
  /** `null` without test data. */
  readonly testLoss: number | null;
  readonly metric: Metric;
  /** See {@link Evaluation}. */
  readonly uncertainty: number;
}

/** How large the numbers are that come into an input, after scaling. */
export interface InputSize {
  readonly input: string;
  readonly largest: number;
  /** Root of the mean square. */
  readonly usual: number;
}

/** All that a run has recorded, for the symptoms. */
export interface RunHistory {
  readonly isSynthetic: boolean;
  readonly batchSize: number;
  readonly stepsPerEpoch: number;
  readonly steps: readonly StepRecord[];
  readonly epochs: readonly EpochRecord[];
  readonly inputSizes: readonly InputSize[];
  /** Why the run ended; `epochs` when all of the config's own were done. */
  readonly ended: "epochs" | "limit" | "stopped-early" | "cancelled" | "diverged";
  /** The last evaluation. */
  readonly evaluation: Evaluation | null;
}
