import * as tf from "@tensorflow/tfjs-core";
import type { Activations } from "./layer-math.js";
import { maxPooled } from "./pool.js";
import type { Window } from "./windows.js";

/** Across the one column that a series has as an image. */
export const single: Window = {
  ...{ kernel: 1, stride: 1, dilation: 1 },
  ...{ padding: () => [0, 0], count: (length) => length, overhang: () => [0, 0] },
};

/** A series `[time, n, f]` as images `[n, time, 1, f]`, through `f`, and back; its mask keeps a step whose window has a kept one. */
export function alongTime({ tensor, mask }: Activations, window: Window, f: (images: tf.Tensor) => tf.Tensor): Activations {
  const series = asSeries(f(asImages(tensor)));
  if (!mask) return { kind: "series", tensor: series };
  const kept = asSeries(maxPooled(asImages(mask), [window, single]));
  return { kind: "series", tensor: tf.mul(series, kept), mask: kept };
}

const asImages = (series: tf.Tensor) => tf.expandDims(tf.transpose(series, [1, 0, 2]), 2);
const asSeries = (images: tf.Tensor) => tf.transpose(tf.squeeze(images, [2]), [1, 0, 2]);
