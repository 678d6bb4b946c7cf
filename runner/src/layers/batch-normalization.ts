import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { mapped } from "./dense.js";
import { arrayNamed, type Arrays, type ArraySpec, type LayerKind, type Pass } from "./layer-math.js";
import { sizeIn } from "./sizes.js";
import { constant } from "./weight-init.js";

/**
 * `BatchNormalization`, of features or channels: by mean and population variance of the minibatch while training, by the running ones
 * in use. Its activation and `minibatch(false)` have no effect (measured with 1.0.0-M2.1).
 */
export const batchNormalization: LayerKind = (layer, network) => {
  const features = sizeIn(layer, network);
  const number = (key: string, usual: number) => numberOf(layer, key) ?? usual;
  const [decay, eps] = [number("decay", 0.9), number("eps", 1e-5)];
  const [gamma, beta] = [number("gamma", 1), number("beta", 0)];
  const isLocked = valueOf(layer.more.lockGammaBeta) === true;
  const array = (name: string, role: ArraySpec["role"], value: number): ArraySpec => ({
    ...{ name, role, shape: [features] },
    initial: constant([features], value),
  });
  const trained = [array("gamma", "plain", gamma), array("beta", "plain", beta)];
  // Deeplearning4j stores log10 of the deviation unless `useLogStd(false)`; its step is what gradient normalization rescales.
  const variance = { ...array("var", "statistic", 1), isLogarithmic: valueOf(layer.more.useLogStd) !== false };
  return {
    arrays: [...(isLocked ? [] : trained), array("mean", "statistic", 0), variance],
    forward: ([input], arrays, pass) =>
      mapped(input, (x) => {
        const [mean, variation] = pass.training
          ? batchMoments(x, arrays, decay, pass)
          : [arrayNamed(arrays, "mean"), arrayNamed(arrays, "var")];
        const normalized = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variation, eps)));
        return isLocked
          ? tf.add(tf.mul(gamma, normalized), beta)
          : tf.add(tf.mul(arrayNamed(arrays, "gamma"), normalized), arrayNamed(arrays, "beta"));
      }),
  };
};

/** Moments of the minibatch; the running ones follow them. */
function batchMoments(x: tf.Tensor, arrays: Arrays, decay: number, { follow }: Pass): readonly [tf.Tensor, tf.Tensor] {
  const axes = x.shape.slice(0, -1).map((_, index) => index);
  const mean = tf.mean(x, axes);
  const variance = tf.mean(tf.square(tf.sub(x, mean)), axes);
  const running = (name: string, batch: tf.Tensor) => tf.add(tf.mul(decay, arrayNamed(arrays, name)), tf.mul(1 - decay, batch));
  follow("mean", running("mean", mean));
  follow("var", running("var", variance));
  return [mean, variance];
}

function numberOf({ more }: Layer, key: string): number | undefined {
  const value = valueOf(more[key]);
  return typeof value === "number" ? value : undefined;
}
