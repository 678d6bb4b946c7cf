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
}

/** What an evaluation says. */
export interface Evaluation {
  readonly loss: number;
  readonly metric: Metric;
  /** Of outputs that tell classes apart. */
  readonly classes: readonly ClassCounts[];
}

/** How often each class is right, and how often it was answered. */
export interface ClassCounts {
  readonly output: string;
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
  readonly classes: readonly ClassCounts[];
}

/** All that a run has recorded, for the symptoms. */
export interface RunHistory {
  readonly isSynthetic: boolean;
  readonly batchSize: number;
  readonly stepsPerEpoch: number;
  readonly steps: readonly StepRecord[];
  readonly epochs: readonly EpochRecord[];
  /** The last evaluation. */
  readonly evaluation: Evaluation | null;
}
