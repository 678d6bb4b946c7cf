import * as tf from "@tensorflow/tfjs-core";
import { isOldApi } from "../../../core/src/facts/versions.js";
import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Batch, StepResult, TrainableNetwork, Weights } from "../engine.js";
import type { Moment } from "../updaters/schedules.js";
import { toTensors } from "./batch-tensors.js";
import { CarriedStates } from "./carried-states.js";
import { forward } from "./forward.js";
import { lossAndGradients, type TrainingPass } from "./loss-and-gradients.js";
import type { NetworkLayer } from "./network-layer.js";
import { outputsOf, readAll, readNumbers } from "./outputs.js";
import { piecesOf } from "./pieces.js";
import type { Random } from "./random.js";
import { Pretrainer } from "./pretrainer.js";
import { Readback } from "./readback.js";
import { totalLoss, totalPenalty } from "./score.js";
import { measureAll, type ReadStatistics } from "./statistics.js";
import { applyUpdates, updatesOf, type UpdateRules } from "./update.js";
import { readWeights, writeWeights } from "./weights-file.js";

/** What one update leaves on the device until it is read. */
interface Step {
  /** The score, then what the statistics read. */
  readonly numbers: tf.Tensor;
  readonly statistics: readonly ReadStatistics[];
  readonly outputs: Readonly<Record<string, tf.Tensor>>;
}

/** A network in training. */
export class Training implements TrainableNetwork {
  readonly #isOld: boolean;
  readonly #divides: boolean;
  readonly #pretrainers = new Map<string, Pretrainer>();
  #iteration = 0;

  constructor(
    private readonly network: Network,
    private readonly layers: readonly NetworkLayer[],
    private readonly random: Random,
  ) {
    this.#isOld = isOldApi(network.framework.version);
    this.#divides = valueOf(network.train.miniBatch) !== false;
  }

  get parameters(): number {
    return this.layers.flatMap(({ parameters }) => parameters).reduce((sum, { size }) => sum + size, 0);
  }

  async fit(batch: Batch, { epoch, statistics }: { readonly epoch: number; readonly statistics: boolean }): Promise<StepResult> {
    const { train } = this.network;
    const pieces = piecesOf(batch, train);
    const first: Moment = { iteration: this.#iteration, epoch };
    let last: Step | undefined;
    for (let repetition = 0; repetition < (valueOf(train.iterations) ?? 1); repetition++) {
      const states = pieces.length > 1 ? new CarriedStates() : undefined;
      for (const piece of pieces) {
        if (last) tf.dispose([last.numbers, last.outputs]);
        last = this.#step(piece, { iteration: this.#iteration, epoch }, statistics, states);
        this.#iteration++;
      }
      states?.clear();
    }
    if (!last) throw new Error("A minibatch without an update.");
    const [loss = NaN, ...values] = await readNumbers(last.numbers);
    const result = { loss, learningRate: this.#learningRate(first) };
    if (!statistics) return result;
    return { ...result, layers: last.statistics.map((read) => read(values)), outputs: await readAll(last.outputs) };
  }

  async evaluate(batch: Batch): ReturnType<TrainableNetwork["evaluate"]> {
    const { score, outputs } = tf.tidy(() => {
      const tensors = toTensors(batch, this.network);
      const given = forward(this.layers, {
        random: this.random,
        inputs: tensors.inputs,
        training: false,
        valueOf: ({ tensor }) => tensor,
        follow: () => undefined,
      });
      return { score: this.#score(totalLoss(this.layers, given, tensors), tensors.size), outputs: outputsOf(this.layers, given) };
    });
    const [loss = NaN] = await readNumbers(score);
    return { loss, outputs: await readAll(outputs) };
  }

  get pretrainable(): readonly string[] {
    return this.layers.filter(({ math }) => math.pretraining && math.isFrozen !== true).map(({ layer }) => layer.id);
  }

  async pretrain(id: string, batch: Batch, { epoch }: { readonly epoch: number }): Promise<number> {
    const pretrainer = this.#pretrainer(id);
    let error = NaN;
    for (let repetition = 0; repetition < (valueOf(this.network.train.iterations) ?? 1); repetition++) {
      const rules = { divides: this.#divides, isOld: this.#isOld };
      const mean = tf.tidy(() => pretrainer.step(toTensors(batch, this.network).inputs, epoch, rules));
      [error = NaN] = await readNumbers(mean);
    }
    return error;
  }

  #pretrainer(id: string): Pretrainer {
    const known = this.#pretrainers.get(id);
    if (known) return known;
    const index = this.layers.findIndex(({ layer }) => layer.id === id);
    const layer = this.layers[index];
    if (!layer?.math.pretraining) throw new Error(`The layer ${id} cannot be pretrained.`);
    const made = new Pretrainer(this.layers.slice(0, index), layer, layer.math.pretraining, this.random);
    this.#pretrainers.set(id, made);
    return made;
  }

  weights(): Promise<Weights> {
    return readWeights(this.layers);
  }

  setWeights(weights: Weights): void {
    writeWeights(this.layers, weights);
  }

  dispose(): void {
    for (const pretrainer of this.#pretrainers.values()) pretrainer.dispose();
    for (const { parameters } of this.layers) for (const parameter of parameters) parameter.dispose();
  }

  /** One update on one piece of a minibatch. */
  #step(piece: Batch, moment: Moment, statistics: boolean, states: CarriedStates | undefined): Step {
    const readback = new Readback();
    let measured: readonly ReadStatistics[] = [];
    const { outputs, numbers } = tf.tidy(() => {
      const tensors = toTensors(piece, this.network);
      const pass = lossAndGradients(this.layers, tensors, {
        random: this.random,
        inputs: tensors.inputs,
        ...(states ? { stateOf: (layer: string) => states.of(layer) } : {}),
      });
      const score = this.#score(pass.total, tensors.size);
      const updates = this.#updates(pass, tensors.size, moment);
      if (statistics) measured = measureAll(this.layers, pass.given, updates, readback);
      const outputs = statistics ? outputsOf(this.layers, pass.given) : {};
      const numbers = readback.stack(score);
      for (const changes of updates) applyUpdates(changes);
      pass.dispose();
      return { numbers, outputs };
    });
    return { numbers, statistics: measured, outputs };
  }

  #updates({ steps }: TrainingPass, examples: number, moment: Moment) {
    // Up to 0.9.1 the gradient is divided by the examples after the updater.
    const rules: UpdateRules = this.#isOld && this.#divides ? { moment, dividesAfter: examples } : { moment };
    const divisor = this.#divides && !this.#isOld ? examples : 1;
    return this.layers.map((layer) => {
      const own = layer.parameters.flatMap((parameter) => steps.get(parameter) ?? []);
      const mean = own.map((step) => (step.parameter.isTrained ? { ...step, gradient: tf.div(step.gradient, divisor) } : step));
      return updatesOf(layer, mean, rules);
    });
  }

  /** Mean loss and regularization; up to 0.9.1 both are divided by the examples. */
  #score(total: tf.Tensor, examples: number): tf.Tensor {
    const mean = (sum: tf.Tensor) => (this.#divides ? tf.div(sum, examples) : sum);
    const penalty = totalPenalty(this.layers);
    return tf.add(mean(total), this.#isOld ? mean(penalty) : penalty);
  }

  #learningRate(moment: Moment): number | null {
    const learning = this.layers.flatMap(({ parameters }) => parameters).find(({ isTrained }) => isTrained);
    return learning?.updater.rate(moment) ?? null;
  }
}
