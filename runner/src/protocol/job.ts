import { z } from "zod";
import { backendNames } from "./backend-names.js";

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
  /** Folder of the WebAssembly binaries; default: `wasm` beside the runner. */
  wasmFolder: z.string().optional(),
});

/** A job with its defaults filled in. */
export type TrainingJob = z.infer<typeof trainingJob>;

/** A job as it is written. */
export type WrittenJob = z.input<typeof trainingJob>;
