import type { Command } from "commander";
import { readOneSource } from "../lint-files.js";
import { TrainingView } from "../reporters/training-view.js";
import { jobOf, withTrainOptions, type TrainOptions } from "../training/options.js";
import { showTraining } from "../training/show-training.js";

/** `nnlint train <file|->` */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .description("train a network for a few seconds and say what is wrong with how it learns")
    .argument("<file>", "a .nnet, .java or .kt file; - is standard input");
  withTrainOptions(command, "after the last step").action(train);
}

async function train(file: string, options: TrainOptions): Promise<void> {
  const { dl4jVersion, config: configPath, stdinFilename } = options;
  const source = await readOneSource(file, { dl4jVersion, configPath }, stdinFilename);
  const view = options.format === "pretty" ? new TrainingView(source) : undefined;
  await showTraining(jobOf(source, options), view, file !== "-" && !process.stdin.isTTY);
}
