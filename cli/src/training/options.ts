import { InvalidArgumentError, Option, type Command } from "commander";
import path from "node:path";
import { backendNames, type AskedBackend } from "../../../runner/src/protocol/backend-names.js";
import type { WrittenJob } from "../../../runner/src/protocol/job.js";
import type { Source } from "../lint-files.js";

/** Options that every command which trains has. */
export interface TrainOptions {
  readonly network?: string;
  readonly data?: string;
  readonly initialWeights?: string;
  readonly saveWeights?: string;
  readonly backend: AskedBackend;
  readonly epochs?: number;
  readonly steps?: number;
  readonly seconds?: number;
  readonly batchSize?: number;
  /** `--no-shuffle` makes it false. */
  readonly shuffle: boolean;
  readonly seed?: number;
  readonly dl4jVersion?: string;
  readonly config?: string;
  readonly stdinFilename?: string;
  readonly format: "pretty" | "ndjson";
}

/**
 * Adds the shared options to a command.
 * @param saved whose weights `--save-weights` writes
 */
export function withTrainOptions(command: Command, saved: string): Command {
  return command
    .option("--network <name>", "which of the file's networks")
    .option("--data <file>", "train on this .csv or .json file in place of the config's data")
    .option("--initial-weights <file>", "start from these weights")
    .option("--save-weights <file>", `write the weights ${saved}`)
    .addOption(new Option("--backend <name>", "what computes").choices(backendNames).default("auto"))
    .option("--epochs <n>", "end after so many passes over the training data", wholeNumber(1))
    .option("--steps <n>", "end after so many minibatches", wholeNumber(0))
    .option("--seconds <s>", "end after so many seconds", positiveNumber)
    .option("--batch-size <n>", "examples in a minibatch", wholeNumber(1))
    .option("--no-shuffle", "take the examples in the order of the data")
    .option("--seed <n>", "seed of weights, shuffling and dropout", wholeNumber(0))
    .option("--config <file>", "use this nnlint.json in place of the nearest one")
    .option("--dl4j-version <version>", "Deeplearning4j's version, where no build file says it")
    .option("--stdin-filename <name>", "the name of standard input, when the file is -")
    .addOption(new Option("--format <format>", "a live curve, or one JSON object per line").choices(["pretty", "ndjson"]).default("pretty"))
    .addHelpText("after", "\nWith none of --epochs, --steps and --seconds: the config's own epochs or 20 seconds, whichever comes first.");
}

/** The job that the options stand for. */
export function jobOf({ file, text, notation, environment }: Source, options: TrainOptions): WrittenJob {
  const { network, data, initialWeights, saveWeights, backend, epochs, steps, seconds, batchSize, seed } = options;
  const { version } = environment.project;
  const given = { network, data, initialWeights, saveWeights, epochs, steps, seconds, batchSize, seed };
  return {
    text,
    path: file ?? path.resolve(`untitled.${notation}`),
    notation,
    backend,
    ...(version && { version }),
    ...(!options.shuffle && { shuffle: false }),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

/** Reads an option's number. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) throw new InvalidArgumentError(`Write a whole number from ${least} on.`);
    return value;
  };
}

/** Reads an option's number. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError("Write a number above 0.");
  return value;
}
