import * as tf from "@tensorflow/tfjs-core";

/** Volumes `[n, d, h, w, c]`, computed frame by frame with what the backends have for images: `[n · d, h, w, c]`. */
export interface Frames {
  readonly images: tf.Tensor;
  readonly examples: number;
  readonly depth: number;
}

/** Some frames of every example: `count` of them, from `start`, each so many after the one before. */
export function framesOf(volumes: tf.Tensor, start: number, stride: number, count: number): Frames {
  const [examples = 0, depth = 0, height = 0, width = 0, channels = 0] = volumes.shape;
  const size = height * width * channels;
  const reach = (count - 1) * stride + 1;
  const all = tf.slice(tf.reshape(volumes, [examples, depth, size]), [0, start, 0], [examples, reach, size]);
  const taken = stride === 1 ? all : everyNth(all, stride, count);
  return { images: tf.reshape(taken, [examples * count, height, width, channels]), examples, depth: count };
}

function everyNth(x: tf.Tensor, stride: number, count: number): tf.Tensor {
  const [examples = 0, length = 0, size = 0] = x.shape;
  const whole = tf.pad(x, [
    [0, 0],
    [0, count * stride - length],
    [0, 0],
  ]);
  return tf.slice(tf.reshape(whole, [examples, count, stride * size]), [0, 0, 0], [examples, count, size]);
}

/** All frames. */
export function allFrames(volumes: tf.Tensor): Frames {
  return framesOf(volumes, 0, 1, volumes.shape[1] ?? 0);
}

/** The volumes that frames make up: `[n, d, h, w, c]`. */
export function volumesOf({ images, examples, depth }: Frames): tf.Tensor {
  return tf.reshape(images, [examples, depth, ...images.shape.slice(1)]);
}

/** With frames of one value before and after; with a negative number of them, without that many. */
export function lengthened(volumes: tf.Tensor, [before, after]: readonly [number, number], value = 0): tf.Tensor {
  if (before === 0 && after === 0) return volumes;
  const [examples = 0, depth = 0, ...frame] = volumes.shape;
  const size = frame.reduce((product, length) => product * length, 1);
  const padded = tf.pad(
    tf.reshape(volumes, [examples, depth, size]),
    [
      [0, 0],
      [Math.max(0, before), Math.max(0, after)],
      [0, 0],
    ],
    value,
  );
  const whole = depth + before + after;
  const kept = tf.slice(padded, [0, Math.max(0, -before), 0], [examples, whole, size]);
  return tf.reshape(kept, [examples, whole, ...frame]);
}
