import * as tf from "@tensorflow/tfjs-core";
import type { Window } from "./windows.js";

/**
 * Cross-correlation of images `[n, h, w, c]` with a filter `[kh, kw, in, out]`.
 * A dilated filter is spread with zeros first: tfjs has no gradient for dilation.
 */
export function convolve(images: tf.Tensor, filter: tf.Tensor, windows: readonly [Window, Window]): tf.Tensor {
  const [vertical, horizontal] = windows;
  const [, height = 0, width = 0] = images.shape;
  const spread = as4D(dilated(filter, vertical.dilation, horizontal.dilation));
  const strides: [number, number] = [vertical.stride, horizontal.stride];
  // TensorFlow's own library has gradients only where the borders are part of the images.
  if (tf.getBackend() === "tensorflow") return tf.conv2d(bordered(images, windows, 0), spread, strides, "valid");
  return tf.conv2d(as4D(images), spread, strides, [[0, 0], [...vertical.padding(height)], [...horizontal.padding(width)], [0, 0]]);
}

/** The filter with zeros between its taps. */
export function dilated(filter: tf.Tensor, down: number, across: number): tf.Tensor {
  if (down === 1 && across === 1) return filter;
  const [height = 0, width = 0, channels = 0, outputs = 0] = filter.shape;
  const rows = spreadOut(tf.reshape(filter, [height, 1, width * channels * outputs]), down);
  const reach = (height - 1) * down + 1;
  const columns = spreadOut(
    tf.reshape(tf.transpose(tf.reshape(rows, [reach, width, channels * outputs]), [1, 0, 2]), [width, 1, reach * channels * outputs]),
    across,
  );
  const broad = (width - 1) * across + 1;
  return tf.reshape(tf.transpose(tf.reshape(columns, [broad, reach, channels * outputs]), [1, 0, 2]), [reach, broad, channels, outputs]);
}

/** `[length, 1, rest]` with zeros between: `[(length − 1)·by + 1, rest]`. */
function spreadOut(x: tf.Tensor, by: number): tf.Tensor {
  const [length = 0, , rest = 0] = x.shape;
  const padded = tf.reshape(
    tf.pad(x, [
      [0, 0],
      [0, by - 1],
      [0, 0],
    ]),
    [length * by, rest],
  );
  return tf.slice(padded, [0, 0], [(length - 1) * by + 1, rest]);
}

/** Images with their borders, which the backends' own pooling does not treat alike. */
export function bordered(images: tf.Tensor, [vertical, horizontal]: readonly [Window, Window], value: number): tf.Tensor4D {
  const [, height = 0, width = 0] = images.shape;
  const [rows, columns] = [vertical.padding(height), horizontal.padding(width)];
  if ([...rows, ...columns].every((size) => size === 0)) return as4D(images);
  return as4D(tf.pad(images, [[0, 0], [...rows], [...columns], [0, 0]], value));
}

/** Images as tfjs's convolutions want them typed. */
export function as4D(x: tf.Tensor): tf.Tensor4D {
  const [first = 0, second = 0, third = 0, fourth = 0] = x.shape;
  return tf.reshape(x, [first, second, third, fourth]);
}
