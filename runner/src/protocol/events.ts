import { z } from "zod";

// What a run writes: one JSON object per line. Numbers that are not finite are null, as JSON has no word for them.

const number = z.number().nullable();
const position = z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() });
/** Lines and characters count from 0. */
export const range = z.object({ start: position, end: position });

/** `accuracy` for classes; `mae`, `rmse`, `r2` for numbers. With several outputs each name begins with the layer's: `left.accuracy`. */
const metric = z.record(z.string(), number);

const common = {
  v: z.literal(1),
  /** Which of several runs side by side. */
  run: z.string().optional(),
};

/** Before the first step: what is trained, on what, with what. */
export const startEvent = z.object({
  event: z.literal("start"),
  ...common,
  network: z.string(),
  /** The same for configs that say the same, whatever their layout. */
  configHash: z.string(),
  backend: z.string(),
  asked: z.string(),
  why: z.string(),
  parameters: z.int().nonnegative(),
  examples: z.object({ train: z.int().nonnegative(), test: z.int().nonnegative() }),
  /** A path as written, `builtin moons`, or `synthetic`: invented, so that accuracies mean nothing. */
  data: z.string(),
  seed: z.int(),
  batchSize: z.int().positive(),
  unsupported: z.array(z.object({ setting: z.string(), reason: z.string() })),
});

/** What is measured of a layer; see `LayerStatistics`. */
export const layerStatistics = z.object({
  layer: z.string(),
  updateRatioLog10: number,
  gradientNorm: number,
  activationMean: number,
  activationStd: number,
  inactive: number,
  saturated: number,
});

/** Something that takes a while and is no training step. */
export const progressEvent = z.object({
  event: z.literal("progress"),
  ...common,
  stage: z.enum(["reading", "pretraining"]),
  /** For people: `layer 0, pass 1 of 2`. */
  text: z.string(),
  done: z.number().nonnegative(),
  /** Where it is known. */
  of: z.number().positive().nullable(),
  /** Pretraining: how badly the layer reproduces its input, the mean over the pass. */
  error: number.optional(),
});

/** A minibatch. The first ten steps each have one, then every tenth, at most about twenty a second. */
export const stepEvent = z.object({
  event: z.literal("step"),
  ...common,
  step: z.int().positive(),
  /** From 1. */
  epoch: z.int().positive(),
  loss: number,
  /** On this minibatch. */
  metric,
  learningRate: number,
  layers: z.array(layerStatistics),
});

/** A pass over the training data. */
export const epochEvent = z.object({
  event: z.literal("epoch"),
  ...common,
  epoch: z.int().positive(),
  /** Mean of the epoch's steps. */
  trainLoss: number,
  /** `null` without test data. */
  testLoss: number,
  /** On the test data; without, on the training data. */
  metric,
  metricOn: z.enum(["test", "train"]),
  seconds: z.number(),
});

/** A repair, as text edits of the trained text. */
export const fix = z.object({
  title: z.string(),
  safety: z.enum(["safe", "suggested"]),
  preferred: z.boolean(),
  edits: z.array(z.object({ range, newText: z.string() })),
});

/** What the run showed, on the setting that explains it. */
export const findingEvent = z.object({
  event: z.literal("finding"),
  ...common,
  rule: z.string().startsWith("run/"),
  severity: z.enum(["error", "warning", "info", "hint"]),
  network: z.string(),
  layer: z.string().nullable(),
  /** Its path in `inspect`'s JSON. */
  setting: z.string().nullable(),
  range,
  message: z.string(),
  detail: z.string(),
  evidence: z.record(z.string(), z.union([number, z.string(), z.array(number)])),
  fixes: z.array(fix),
});

/** How an output tells classes apart, in the last evaluation; only for up to twenty classes. */
export const classScores = z.object({
  output: z.string(),
  /** Examples by actual, then by answered class. */
  confusion: z.array(z.array(z.int().nonnegative())),
  /** Share of the answers of a class that are right; `null` where it was never answered. */
  precision: z.array(number),
  /** Share of a class's examples that were found; `null` where it has none. */
  recall: z.array(number),
});

/** The last line of a run that started. */
export const endEvent = z.object({
  event: z.literal("end"),
  ...common,
  reason: z.enum(["completed", "stopped-early", "cancelled", "time", "diverged"]),
  /** Mean of the last steps, an epoch's worth; `null` without a step. */
  trainLoss: number,
  testLoss: number,
  metric,
  metricOn: z.enum(["test", "train"]),
  /** Of classifiers. */
  classes: z.array(classScores).optional(),
  steps: z.int().nonnegative(),
  /** Whole passes over the training data. */
  epochs: z.int().nonnegative(),
  seconds: z.number(),
});

/** How a run of a sweep went. */
export const verdict = z.enum(["learns", "diverges", "flat", "too-short"]);

/** The last line of a sweep. */
export const sweepEvent = z.object({
  event: z.literal("sweep"),
  v: z.literal(1),
  /** The run that learns and has the lowest training loss; `null` where none learns. */
  best: z.string().nullable(),
  table: z.array(
    z.object({
      run: z.string(),
      learningRate: z.number(),
      trainLoss: number,
      testLoss: number,
      metric,
      steps: z.int().nonnegative(),
      verdict,
      /** What the verdict rests on. */
      reason: z.string(),
    }),
  ),
});

const outcome = z.object({ trainLoss: number, testLoss: number, metric });

/** The last line of a config's comparison with its fix. */
export const tryEvent = z.object({
  event: z.literal("try"),
  v: z.literal(1),
  rule: z.string(),
  /** The fix's title. */
  fix: z.string(),
  asIs: outcome,
  fixed: outcome,
  better: z.boolean(),
  /** What was compared: `testLoss`, `trainLoss`, or a metric where the two losses are not of one kind. */
  by: z.string(),
});

/** What stands in the way, and what to do about it. */
export const errorEvent = z.object({ event: z.literal("error"), ...common, message: z.string(), hint: z.string() });

export const runEvent = z.discriminatedUnion("event", [
  startEvent,
  progressEvent,
  stepEvent,
  epochEvent,
  findingEvent,
  endEvent,
  sweepEvent,
  tryEvent,
  errorEvent,
]);

export type StartEvent = z.infer<typeof startEvent>;
export type ProgressEvent = z.infer<typeof progressEvent>;
export type StepEvent = z.infer<typeof stepEvent>;
export type EpochEvent = z.infer<typeof epochEvent>;
export type FindingEvent = z.infer<typeof findingEvent>;
export type ClassScores = z.infer<typeof classScores>;
export type EndEvent = z.infer<typeof endEvent>;
export type SweepEvent = z.infer<typeof sweepEvent>;
export type Verdict = z.infer<typeof verdict>;
export type TryEvent = z.infer<typeof tryEvent>;
export type ErrorEvent = z.infer<typeof errorEvent>;
export type RunEvent = z.infer<typeof runEvent>;

/** Exit codes of a run, and of the commands that start one. */
export const exitCodes = { completed: 0, runError: 1, environment: 2, cancelled: 130 } as const;
