import * as tf from "@tensorflow/tfjs-core";
import type { Schedule } from "./schedules.js";
import { memory, type Updater } from "./updater.js";

const nothing = () => undefined;

/** `SgdUpdater` */
export function sgd(learningRate: Schedule): Updater {
  return { rate: learningRate, update: (gradient, moment) => tf.mul(learningRate(moment), gradient), dispose: nothing };
}

/** `NoOpUpdater` leaves the gradient as it is: the array learns at rate 1. */
export const noOp: Updater = { rate: () => null, update: (gradient) => gradient, dispose: nothing };

/** `NesterovsUpdater`: v' = μv − lr·g; the update is μv − (1 + μ)v'. */
export function nesterovs(learningRate: Schedule, momentum: Schedule): Updater {
  const velocity = memory();
  return {
    rate: learningRate,
    update: (gradient, moment) => {
      const mu = momentum(moment);
      const carried = tf.mul(mu, velocity.read(gradient));
      const next = velocity.write(tf.sub(carried, tf.mul(learningRate(moment), gradient)));
      return tf.sub(carried, tf.mul(1 + mu, next));
    },
    dispose: velocity.dispose,
  };
}
