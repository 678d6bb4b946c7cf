import * as tf from "@tensorflow/tfjs-core";
import type { Updater } from "../updaters/updater.js";
import type { Moment } from "../updaters/schedules.js";
import type { NetworkLayer } from "./network-layer.js";
import type { Parameter } from "./parameter.js";
import { decayUpdate, penaltyGradient } from "./penalties.js";

/** What a step changes in one array. */
export interface ArrayStep {
  readonly parameter: Parameter;
  /** Of the loss alone, before normalization. For a statistic its old value less its new one. */
  readonly gradient: tf.Tensor;
  /** In place of the array's own: pretraining starts afresh. */
  readonly updater?: Updater;
}

/** A change worked out, not yet made. */
export interface ArrayUpdate extends ArrayStep {
  readonly update: tf.Tensor;
}

/** How gradients become updates. */
export interface UpdateRules {
  readonly moment: Moment;
  /**
   * Up to 0.9.1 updaters and normalization see the gradient summed over the minibatch, l1 and l2 are added to the update without the
   * rate, and all is divided by this number of examples (measured with 0.9.1).
   */
  readonly dividesAfter?: number;
}

/** One layer's updates: normalization, then regularization, then updater, then weight decay. */
export function updatesOf(layer: NetworkLayer, steps: readonly ArrayStep[], rules: UpdateRules): readonly ArrayUpdate[] {
  const gradients = steps.map(({ gradient }) => gradient);
  const normalized = layer.normalize && gradients.length > 0 ? layer.normalize(gradients) : gradients;
  return steps.map((step, index) => ({ ...step, update: updateOf(step, normalized[index] ?? step.gradient, rules) }));
}

function updateOf(
  { parameter, updater = parameter.updater }: ArrayStep,
  gradient: tf.Tensor,
  { moment, dividesAfter }: UpdateRules,
): tf.Tensor {
  const { penalty, tensor } = parameter;
  const regularized = penaltyGradient(penalty, tensor);
  if (dividesAfter !== undefined) {
    const update = updater.update(gradient, moment);
    return tf.div(regularized ? tf.add(update, regularized) : update, dividesAfter);
  }
  const update = updater.update(regularized ? tf.add(gradient, regularized) : gradient, moment);
  const decay = decayUpdate(penalty, tensor, updater.rate(moment));
  return decay ? tf.add(update, decay) : update;
}

/** Makes the changes: w ← w − update; a logarithmic statistic changes on its logarithm. */
export function applyUpdates(updates: readonly ArrayUpdate[]): void {
  for (const { parameter, update } of updates) {
    const { tensor, spec } = parameter;
    parameter.update(spec.isLogarithmic ? tf.mul(tensor, tf.pow(10, tf.mul(-2, update))) : tf.sub(tensor, update));
  }
}

/** The step of a statistic towards a new value; of a variance as the step of log10 of its root, which Deeplearning4j stores. */
export function stepTowards({ tensor, spec }: Parameter, value: tf.Tensor): tf.Tensor {
  return spec.isLogarithmic ? tf.mul(0.5 / Math.LN10, tf.log(tf.div(tensor, value))) : tf.sub(tensor, value);
}
