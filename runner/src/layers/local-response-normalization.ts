import * as tf from "@tensorflow/tfjs-core";
import { valueOf } from "../../../core/src/model/setting.js";
import { asRows } from "./arrange.js";
import { mapped } from "./dense.js";
import type { LayerKind } from "./layer-math.js";

/** `LocalResponseNormalization`: x / (k + α·Σx²)^β, summed over the n channels around each one (Krizhevsky et al. 2012, without 1/n). */
export const localResponseNormalization: LayerKind = (layer) => {
  const number = (key: string, usual: number) => {
    const value = valueOf(layer.more[key]);
    return typeof value === "number" ? value : usual;
  };
  const [k, n, alpha, beta] = [number("k", 2), number("n", 5), number("alpha", 1e-4), number("beta", 0.75)];
  return {
    arrays: [],
    forward: ([input]) =>
      mapped(input, (x) => {
        const channels = x.shape[x.shape.length - 1] ?? 1;
        const sums = tf.reshape(tf.matMul(asRows(tf.square(x)), band(channels, Math.floor(n / 2))), x.shape);
        return tf.mul(x, tf.pow(tf.add(k, tf.mul(alpha, sums)), -beta));
      }),
  };
};

/** 1 where two channels are at most `reach` apart. */
function band(channels: number, reach: number): tf.Tensor2D {
  const rows = Array.from({ length: channels }, (_, row) =>
    Array.from({ length: channels }, (__, column) => (Math.abs(row - column) <= reach ? 1 : 0)),
  );
  return tf.tensor2d(rows);
}
