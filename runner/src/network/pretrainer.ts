import * as tf from "@tensorflow/tfjs-core";
import { asRows } from "../layers/arrange.js";
import type { Activations, Arrays, Pretraining } from "../layers/layer-math.js";
import type { Moment } from "../updaters/schedules.js";
import type { Updater } from "../updaters/updater.js";
import { forward, inputsOf } from "./forward.js";
import type { NetworkLayer } from "./network-layer.js";
import type { Parameter } from "./parameter.js";
import type { Random } from "./random.js";
import { applyUpdates, updatesOf, type UpdateRules } from "./update.js";

/** How a minibatch of pretraining becomes an update. */
export interface PretrainingRules {
  /** The gradient's sum over the examples is divided by them; in the old way after the updater. */
  readonly divides: boolean;
  readonly isOld: boolean;
}

/** One layer while it learns from its input alone, with updaters of its own: supervised training starts afresh. */
export class Pretrainer {
  readonly #updaters: ReadonlyMap<Parameter, Updater>;
  #iteration = 0;

  /** @param before all layers before it, in their order */
  constructor(
    private readonly before: readonly NetworkLayer[],
    private readonly layer: NetworkLayer,
    private readonly pretraining: Pretraining,
    private readonly random: Random,
  ) {
    this.#updaters = new Map(layer.parameters.map((parameter) => [parameter, layer.newUpdater(parameter.spec)]));
  }

  /** One update. Called inside `tidy`; @returns the mean error before it */
  step(inputs: ReadonlyMap<string, Activations>, epoch: number, rules: PretrainingRules): tf.Tensor {
    const rows = asRows(this.#inputOf(inputs).tensor);
    const examples = rows.shape[0];
    const { error, gradients } = this.pretraining.gradients(rows, this.#arrays, this.random);
    const divisor = rules.divides && !rules.isOld ? examples : 1;
    const steps = this.layer.parameters.flatMap((parameter) => {
      const [gradient, updater] = [gradients[parameter.spec.name], this.#updaters.get(parameter)];
      return gradient && updater ? [{ parameter, updater, gradient: tf.div(gradient, divisor) }] : [];
    });
    applyUpdates(updatesOf(this.layer, steps, this.#updateRules({ iteration: this.#iteration, epoch }, examples, rules)));
    this.#iteration++;
    return tf.div(error, examples);
  }

  dispose(): void {
    for (const updater of this.#updaters.values()) updater.dispose();
  }

  #updateRules(moment: Moment, examples: number, { divides, isOld }: PretrainingRules): UpdateRules {
    return isOld && divides ? { moment, dividesAfter: examples } : { moment };
  }

  get #arrays(): Arrays {
    return Object.fromEntries(this.layer.parameters.map(({ spec, tensor }) => [spec.name, tensor]));
  }

  /** What comes into the layer from those before it, which run as in use. */
  #inputOf(inputs: ReadonlyMap<string, Activations>): Activations {
    const given = forward(this.before, {
      ...{ training: false, random: this.random, inputs },
      valueOf: ({ tensor }) => tensor,
      follow: () => undefined,
    });
    const from = (name: string) => {
      const activations = given.get(name);
      if (!activations) throw new Error(`Nothing comes from ${name}.`);
      return activations;
    };
    return inputsOf(this.layer, from, { training: true, random: this.random })[0];
  }
}
