import { z } from "zod";
import { backendNames } from "./backend-names.js";
import { fix, range } from "./events.js";

/** The same network at several learning rates, side by side. */
const sweep = z.strictObject({
  /** Numbers as they are to name the runs (`1e-6`); without them the guideline's 0.1, 0.001 and 1e-6, and the config's own. */
  learningRates: z
    .array(z.string().refine((text) => Number(text) > 0 && Number.isFinite(Number(text)), "a learning rate is a number above 0"))
    .min(1)
    .optional(),
  /** Processes that share the runs out among them. */
  jobs: z.int().positive().default(1),
});

/** The config as it is beside the config with a finding's fix. */
const attempt = z.strictObject({
  rule: z.string(),
  layer: z.string().nullable(),
  setting: z.string().nullable(),
  range,
  fix,
});

/**
 * What to train, and how. Of `epochs`, `steps` and `seconds` the first that is reached ends the run; with none of them the config's
 * own epochs or `usualSeconds` do.
 */
export const trainingJob = z.strictObject({
  /** The config's text as it stands in the editor, saved or not. */
  text: z.string(),
  /** Its absolute path; paths in it are relative to its folder. */
  path: z.string(),
  notation: z.enum(["nnet", "java", "kotlin"]),
  /** Which of the file's networks; needed where it has several. */
  network: z.string().optional(),
  /** The framework's version where a build file or a setting says it. */
  version: z.object({ value: z.string(), from: z.enum(["build file", "calls", "setting", "default"]) }).optional(),
  /** A file to train on in place of the config's own data: `.csv`, or `.json` for tensors. Relative to the working directory. */
  data: z.string().optional(),
  initialWeights: z.string().optional(),
  saveWeights: z.string().optional(),
  backend: z.enum(backendNames).default("auto"),
  epochs: z.int().positive().optional(),
  /** Minibatches; 0: only the initial weights. */
  steps: z.int().nonnegative().optional(),
  seconds: z.number().positive().optional(),
  usualSeconds: z.number().positive().default(20),
  batchSize: z.int().positive().optional(),
  shuffle: z.boolean().optional(),
  seed: z.int().optional(),
  sweep: sweep.optional(),
  try: attempt.optional(),
  /** Folder of the WebAssembly binaries; default: `wasm` beside the runner. */
  wasmFolder: z.string().optional(),
});

/** A job with its defaults filled in. */
export type TrainingJob = z.infer<typeof trainingJob>;

/** A job as it is written. */
export type WrittenJob = z.input<typeof trainingJob>;
