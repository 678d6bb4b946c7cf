import { InvalidArgumentError, type Command } from "commander";
import { ratesBetween } from "../../../runner/src/protocol/rate-range.js";
import { readOneSource } from "../lint-files.js";
import { SideBySideView } from "../reporters/side-by-side-view.js";
import { jobOf, positiveNumber, wholeNumber, withTrainOptions, type TrainOptions } from "../training/options.js";
import { showTraining } from "../training/show-training.js";
import { UsageError } from "../usage-error.js";

interface SweepOptions extends TrainOptions {
  readonly learningRates?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly count: number;
  readonly jobs: number;
}

/** Rates of a range where the call does not say how many: with the ends of the usual range one for each power of ten. */
const usualCount = 7;

/** `nnlint sweep <file|->` */
export function addSweep(program: Command): void {
  const command = program
    .command("sweep")
    .description("train the same network at several learning rates side by side and say which learns best")
    .argument("<file>", "a .nnet, .java or .kt file; - is standard input")
    .option("--learning-rates <list>", "the rates, with commas between them (default: 0.1, 0.001, 1e-6 and the config's own)", rateList)
    .option("--from <rate>", "the lowest rate of a range", positiveNumber)
    .option("--to <rate>", "the highest rate of a range", positiveNumber)
    .option("--count <n>", "how many rates of the range, at equal ratios", wholeNumber(2), usualCount)
    .option("--jobs <n>", "processes that share the runs; worth it from four free cores on", wholeNumber(1), 1);
  withTrainOptions(command, "of the best run").action(sweep);
}

async function sweep(file: string, options: SweepOptions): Promise<void> {
  const { dl4jVersion, config: configPath, stdinFilename, jobs } = options;
  const learningRates = options.learningRates ?? rangeOf(options);
  const source = await readOneSource(file, { dl4jVersion, configPath }, stdinFilename);
  const view = options.format === "pretty" ? new SideBySideView(source) : undefined;
  const job = { ...jobOf(source, options), sweep: { jobs, ...(learningRates && { learningRates: [...learningRates] }) } };
  await showTraining(job, view, file !== "-" && !process.stdin.isTTY);
}

function rateList(text: string): readonly string[] {
  const rates = text.split(",").map((rate) => rate.trim());
  const wrong = rates.find((rate) => !(Number(rate) > 0 && Number.isFinite(Number(rate))));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is not a learning rate. Write numbers above 0: 0.1,0.001,1e-6.`);
  const repeated = rates.find((rate, index) => rates.findIndex((other) => Number(other) === Number(rate)) < index);
  if (repeated !== undefined) throw new InvalidArgumentError(`${repeated} is there twice.`);
  return rates;
}

/** Rates from `--from` to `--to` at equal ratios; `undefined` where no range is asked for. @throws UsageError for half a range */
function rangeOf({ from, to, count }: SweepOptions): readonly string[] | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new UsageError("A range has two ends: give both --from and --to.");
  if (!(from < to)) throw new UsageError("--from has to be below --to.");
  return ratesBetween(from, to, count);
}
