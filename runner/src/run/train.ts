import { batchOf } from "../data/dataset.js";
import { Random } from "../data/random.js";
import type { RunData } from "../data/read-data.js";
import type { LayerStatistics, StepResult, TrainableNetwork } from "../engine.js";
import type { EndEvent, EpochEvent, ProgressEvent, StepEvent } from "../protocol/events.js";
import { isBroken } from "../symptoms/not-a-number.js";
import { classScoresOf } from "./class-scores.js";
import type { RunControl } from "./control.js";
import { stopsEarly } from "./early-stopping.js";
import { evaluate, scoreOf } from "./evaluate.js";
import type { EpochRecord, Evaluation, InputSize, Metric, RunHistory, StepRecord } from "./history.js";
import { inputSizesOf } from "./input-sizes.js";
import type { Limits } from "./limits.js";
import { pretrain } from "./pretrain.js";

/** What a run needs. */
export interface RunSetup {
  readonly trainable: TrainableNetwork;
  readonly data: RunData;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly limits: Limits;
  /** Passes over the data for each layer that can be pretrained, before the first step. */
  readonly pretrainingPasses: number;
  readonly control: RunControl;
}

type EndReason = EndEvent["reason"];

/** The first steps are all shown, then every so many-th, and no more often than this. */
const firstSteps = 10;
const everySteps = 10;
const leastMilliseconds = 50;

/** Pretraining ends after this share of the time that there is. */
const shareOfPretraining = 0.5;

/** Without test data the metrics are of so many training examples. */
const mostTrainingExamples = 2000;

/**
 * A training run. {@link go} trains until a limit, a `cancel` or a loss that is not a number ends it; {@link end} sums it up.
 * Runs take turns between two steps, so several can go on side by side in one process.
 */
export class TrainingRun implements RunHistory {
  readonly steps: StepRecord[] = [];
  readonly epochs: EpochRecord[] = [];
  evaluation: Evaluation | null = null;
  #reason: EndReason = "completed";
  #start = 0;
  #lastShown = -Infinity;
  #evaluatedAt = -1;
  #smallest = Infinity;
  readonly #random: Random;

  constructor(private readonly setup: RunSetup) {
    this.#random = new Random(setup.seed);
  }

  get isSynthetic(): boolean {
    return this.setup.data.isSynthetic;
  }

  get batchSize(): number {
    return this.setup.batchSize;
  }

  get stepsPerEpoch(): number {
    return Math.ceil(this.setup.data.train.count / this.setup.batchSize);
  }

  get inputSizes(): readonly InputSize[] {
    return inputSizesOf(this.setup.data.train);
  }

  get ended(): RunHistory["ended"] {
    const { isOwnEpochs, epochs } = this.setup.limits;
    if (this.#reason !== "completed") return this.#reason === "time" ? "limit" : this.#reason;
    return isOwnEpochs && this.epochs.length === epochs ? "epochs" : "limit";
  }

  /** Trains, and says what is to be shown. After each step that has no event of its own it gives `null`, so that others get their turn. */
  async *go(): AsyncGenerator<ProgressEvent | StepEvent | EpochEvent | null, void> {
    const { limits, control } = this.setup;
    this.#start = control.start();
    yield* pretrain(
      this.setup,
      () => this.#order(),
      () => this.#seconds >= shareOfPretraining * limits.seconds,
    );
    const reason = yield* this.#epochs(limits);
    this.#reason = reason;
    if (reason !== "cancelled" && reason !== "diverged" && this.#evaluatedAt !== this.steps.length) await this.#evaluate();
  }

  /** The last line. */
  end(): EndEvent {
    const last = this.steps.slice(-this.stepsPerEpoch).map(({ loss }) => loss);
    const classes = classScoresOf(this.evaluation?.classes ?? []);
    return {
      event: "end",
      v: 1,
      reason: this.#reason,
      trainLoss: last.length === 0 ? null : finite(mean(last)),
      testLoss: this.setup.data.test && this.evaluation ? finite(this.evaluation.loss) : null,
      metric: finiteMetric(this.evaluation?.metric ?? {}),
      metricOn: this.#metricOn,
      ...(classes.length > 0 && { classes }),
      steps: this.steps.length,
      epochs: this.epochs.length,
      seconds: this.#seconds,
    };
  }

  async *#epochs(limits: Limits): AsyncGenerator<StepEvent | EpochEvent | null, EndReason> {
    for (let epoch = 1; epoch <= limits.epochs; epoch++) {
      const ended = yield* this.#epoch(epoch, limits);
      if (ended) return ended;
      const record = await this.#closeEpoch(epoch);
      if (!record) return "cancelled";
      yield this.#epochEvent(record);
      if (limits.earlyStopping && stopsEarly(this.epochs, this.#seconds / 60, limits.earlyStopping)) return "stopped-early";
    }
    return "completed";
  }

  async *#epoch(epoch: number, limits: Limits): AsyncGenerator<StepEvent | null, EndReason | undefined> {
    const { data, batchSize, control } = this.setup;
    const { count } = data.train;
    const order = this.#order();
    for (let from = 0; from < count; from += batchSize) {
      await control.turn();
      if (control.isCancelled) return "cancelled";
      if (this.steps.length >= limits.steps) return "completed";
      if (this.#seconds >= limits.seconds) return "time";
      const event = await this.#step(epoch, order.slice(from, from + batchSize));
      yield event;
      const last = this.steps.at(-1);
      if (last && isBroken(last)) return "diverged";
    }
    return undefined;
  }

  /** The examples of one pass in the order in which they are taken. */
  #order(): readonly number[] {
    const { data, shuffle } = this.setup;
    const { count } = data.train;
    return shuffle ? this.#random.permutation(count) : Array.from({ length: count }, (_, index) => index);
  }

  async #step(epoch: number, rows: readonly number[]): Promise<StepEvent | null> {
    const { trainable, data } = this.setup;
    const step = this.steps.length + 1;
    const batch = batchOf(data.train, rows);
    // Deeplearning4j counts epochs from 0.
    const result = await trainable.fit(batch, {
      epoch: epoch - 1,
      statistics: step <= firstSteps || step % everySteps === 0 || this.#isGrowing,
    });
    const { loss, learningRate, layers, outputs } = result;
    const { metric = {}, classError } = outputs ? scoreOf(outputs, batch, data.kinds) : {};
    this.steps.push({ step, epoch, loss, learningRate, ...(layers && { layers }), ...(classError !== undefined && { classError }) });
    this.#smallest = Math.min(this.#smallest, loss);
    return this.#isShown(step, loss) ? this.#stepEvent(epoch, step, result, metric) : null;
  }

  /** A loss far above its smallest value: every step is measured then, to see which layer overflows first. */
  get #isGrowing(): boolean {
    const { loss = 0 } = this.steps.at(-1) ?? {};
    return loss > 10 * Math.abs(this.#smallest) && loss > (this.steps[0]?.loss ?? 0);
  }

  #isShown(step: number, loss: number): boolean {
    const now = this.#seconds * 1000;
    const isDue = step % everySteps === 0 && now - this.#lastShown >= leastMilliseconds;
    if (step > firstSteps && !isDue && Number.isFinite(loss)) return false;
    this.#lastShown = now;
    return true;
  }

  async #closeEpoch(epoch: number): Promise<EpochRecord | undefined> {
    const evaluation = await this.#evaluate();
    if (!evaluation) return undefined;
    const losses = this.steps.slice(-this.stepsPerEpoch).map(({ loss }) => loss);
    const record: EpochRecord = {
      epoch,
      step: this.steps.length,
      trainLoss: mean(losses),
      testLoss: this.setup.data.test ? evaluation.loss : null,
      metric: evaluation.metric,
      uncertainty: evaluation.uncertainty,
    };
    this.epochs.push(record);
    return record;
  }

  async #evaluate(): Promise<Evaluation | undefined> {
    const { trainable, data, control } = this.setup;
    const evaluation = data.test
      ? await evaluate(trainable, data.test, data.kinds, control)
      : await evaluate(trainable, data.train, data.kinds, control, mostTrainingExamples);
    if (!evaluation) return undefined;
    this.evaluation = evaluation;
    this.#evaluatedAt = this.steps.length;
    return evaluation;
  }

  get #seconds(): number {
    return this.setup.control.since(this.#start) / 1000;
  }

  get #metricOn(): "test" | "train" {
    return this.setup.data.test ? "test" : "train";
  }

  #stepEvent(epoch: number, step: number, { loss, learningRate, layers }: StepResult, metric: Metric): StepEvent {
    return {
      event: "step",
      v: 1,
      step,
      epoch,
      loss: finite(loss),
      metric: finiteMetric(metric),
      learningRate: finite(learningRate),
      layers: (layers ?? []).map(finiteStatistics),
    };
  }

  #epochEvent({ epoch, trainLoss, testLoss, metric }: EpochRecord): EpochEvent {
    return {
      event: "epoch",
      v: 1,
      epoch,
      trainLoss: finite(trainLoss),
      testLoss: finite(testLoss),
      metric: finiteMetric(metric),
      metricOn: this.#metricOn,
      seconds: this.#seconds,
    };
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

const finiteMetric = (metric: Metric) => Object.fromEntries(Object.entries(metric).map(([name, value]) => [name, finite(value)]));

function finiteStatistics({ layer, ...numbers }: LayerStatistics): StepEvent["layers"][number] {
  return {
    layer,
    updateRatioLog10: finite(numbers.updateRatioLog10),
    gradientNorm: finite(numbers.gradientNorm),
    activationMean: finite(numbers.activationMean),
    activationStd: finite(numbers.activationStd),
    inactive: finite(numbers.inactive),
    saturated: finite(numbers.saturated),
  };
}
