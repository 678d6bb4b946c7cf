import * as tf from "@tensorflow/tfjs-core";
import { applyWithGradients } from "../losses/own-gradient.js";
import { as4D, bordered, dilated } from "./convolve.js";
import type { Window } from "./windows.js";

/**
 * Convolves every channel with filters of its own: images `[n, h, w, c]`, filter `[kh, kw, c, m]`, giving `[n, h′, w′, c · m]`.
 * Its gradients are made of operations that every backend is fast at; the backends' own are plain loops, or missing.
 */
export function convolveChannels(images: tf.Tensor, filter: tf.Tensor, windows: readonly [Window, Window]): tf.Tensor {
  const [vertical, horizontal] = windows;
  const strides = [vertical.stride, horizontal.stride] as const;
  return applyWithGradients([bordered(images, windows, 0), dilated(filter, vertical.dilation, horizontal.dilation)], ([x, w]) => {
    if (!x || !w) throw new Error("A depthwise convolution takes images and a filter.");
    return {
      value: forward(as4D(x), as4D(w), strides),
      saved: [x, w],
      gradients: (errors, [images, filter]) => {
        if (!images || !filter) throw new Error("What the gradient needs was not saved.");
        return [ofImages(errors, images, filter, strides), ofFilter(errors, images, filter, strides)];
      },
    };
  });
}

type Strides = readonly [down: number, across: number];

/** Strides that differ are not to be had on every backend. */
function forward(images: tf.Tensor4D, filter: tf.Tensor4D, [down, across]: Strides): tf.Tensor {
  if (down === across) return tf.depthwiseConv2d(images, filter, down, "valid");
  const all = tf.depthwiseConv2d(images, filter, 1, "valid");
  return tf.stridedSlice(all, [0, 0, 0, 0], all.shape, [1, down, across, 1]);
}

/** The errors, spread out as far apart as the windows stood, under the filter turned round. */
function ofImages(errors: tf.Tensor, images: tf.Tensor, filter: tf.Tensor, strides: Strides): tf.Tensor {
  const [examples = 0, height = 0, width = 0, channels = 0] = images.shape;
  const [tall = 0, wide = 0, , multiplier = 0] = filter.shape;
  const spread = spreadOut(errors, strides, [height - tall + 1, width - wide + 1]);
  const border = tf.pad(spread, [
    [0, 0],
    [tall - 1, tall - 1],
    [wide - 1, wide - 1],
    [0, 0],
  ]);
  const turned = tf.reshape(tf.reverse(filter, [0, 1]), [tall, wide, channels * multiplier, 1]);
  const each = tf.depthwiseConv2d(as4D(border), as4D(turned), 1, "valid");
  return multiplier === 1 ? each : tf.sum(tf.reshape(each, [examples, height, width, channels, multiplier]), 4);
}

/** Rows and columns of zeros between, up to a size. */
function spreadOut(x: tf.Tensor, [down, across]: Strides, [height, width]: readonly [number, number]): tf.Tensor {
  const [examples = 0, rows = 0, columns = 0, channels = 0] = x.shape;
  if (down === 1 && across === 1) return x;
  const tall = tf.pad(tf.reshape(x, [examples * rows, 1, columns * channels]), [
    [0, 0],
    [0, down - 1],
    [0, 0],
  ]);
  const wide = tf.pad(tf.reshape(tall, [examples * rows * down * columns, 1, channels]), [
    [0, 0],
    [0, across - 1],
    [0, 0],
  ]);
  const all = tf.reshape(wide, [examples, rows * down, columns * across, channels]);
  const kept = tf.slice(all, [0, 0, 0, 0], [examples, Math.min(height, rows * down), Math.min(width, columns * across), channels]);
  const [, tallNow = 0, wideNow = 0] = kept.shape;
  return tf.pad(kept, [
    [0, 0],
    [0, height - tallNow],
    [0, width - wideNow],
    [0, 0],
  ]);
}

/** For each place in the kernel what lay under it, times the errors; added up by a product with ones, the fastest sum there is. */
function ofFilter(errors: tf.Tensor, images: tf.Tensor, filter: tf.Tensor, strides: Strides): tf.Tensor {
  const [examples = 0, rows = 0, columns = 0] = errors.shape;
  const [tall = 0, wide = 0, channels = 0, multiplier = 0] = filter.shape;
  const places = examples * rows * columns;
  const byChannel = tf.reshape(errors, [places, channels, multiplier]);
  const ones = tf.ones([1, places]);
  const taps = Array.from({ length: tall * wide }, (_, tap) => {
    const under = seenBy(images, Math.floor(tap / wide), tap % wide, [rows, columns], strides);
    const products = tf.mul(tf.reshape(under, [places, channels, 1]), byChannel);
    return tf.matMul(ones, tf.reshape(products, [places, channels * multiplier]));
  });
  return tf.reshape(tf.concat(taps, 0), filter.shape);
}

/** What one place of the kernel sees, for all places where the kernel stands. */
function seenBy(images: tf.Tensor, row: number, column: number, [rows, columns]: readonly [number, number], [down, across]: Strides) {
  const [examples = 0, , , channels = 0] = images.shape;
  const [tall, wide] = [(rows - 1) * down + 1, (columns - 1) * across + 1];
  if (down === 1 && across === 1) return tf.slice(images, [0, row, column, 0], [examples, tall, wide, channels]);
  return tf.stridedSlice(images, [0, row, column, 0], [examples, row + tall, column + wide, channels], [1, down, across, 1]);
}
