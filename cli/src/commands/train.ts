import { Option, type Command } from "commander";
import { installable, type Installable } from "../../../runner/src/protocol/installable.js";
import { readOneSource } from "../lint-files.js";
import { TrainingView } from "../reporters/training-view.js";
import { installAndSay, removeAndSay } from "../training/backends.js";
import { jobOf, withTrainOptions, type TrainOptions } from "../training/options.js";
import { showTraining } from "../training/show-training.js";
import { UsageError } from "../usage-error.js";

interface InstallOptions {
  readonly install?: Installable;
  readonly uninstall?: Installable;
}

/** `nnlint train <file|->` */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .description("train a network for a few seconds and say what is wrong with how it learns")
    .argument("[file]", "a .nnet, .java or .kt file; - is standard input");
  withTrainOptions(command, "after the last step")
    .addOption(new Option("--install <backend>", "fetch a backend that does not ship with nnlint; no file").choices(installable))
    .addOption(new Option("--uninstall <backend>", "take it away again; no file").choices(installable))
    .action(train);
}

async function train(file: string | undefined, options: TrainOptions & InstallOptions): Promise<void> {
  if (options.uninstall) removeAndSay(options.uninstall);
  if (options.install) installAndSay(options.install);
  if (file !== undefined) await trainFile(file, options);
  else if (!options.install && !options.uninstall) throw new UsageError("Name a file to train.");
}

async function trainFile(file: string, options: TrainOptions): Promise<void> {
  const { dl4jVersion, config: configPath, stdinFilename } = options;
  const source = await readOneSource(file, { dl4jVersion, configPath }, stdinFilename);
  const view = options.format === "pretty" ? new TrainingView(source) : undefined;
  await showTraining(jobOf(source, options), view, file !== "-" && !process.stdin.isTTY);
}
