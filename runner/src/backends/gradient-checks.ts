import * as tf from "@tensorflow/tfjs-core";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { throwDeviceFault } from "./device-faults.js";

/** A gradient with a known answer. */
export interface GradientCheck {
  /** The kernel that it tries, in tfjs's words. */
  readonly kernel: string;
  /** Whether networks with such layers need it. */
  readonly isFor: (kinds: ReadonlySet<string>) => boolean;
  readonly gradient: () => tf.Tensor;
  readonly expected: readonly number[];
}

const always = () => true;
const some =
  (...names: readonly string[]) =>
  (kinds: ReadonlySet<string>) =>
    names.some((name) => kinds.has(name));

const convolving = some(
  ...["ConvolutionLayer", "Convolution1DLayer", "Deconvolution2D", "SeparableConvolution2D"],
  ...["LocallyConnected1D", "LocallyConnected2D", "PrimaryCapsules"],
);
const pooling = some("SubsamplingLayer", "Subsampling1DLayer");
const recurrent = some("LSTM", "GravesLSTM", "SimpleRnn", "Bidirectional", "GravesBidirectionalLSTM");
/** The gradient of the sum of `f(x)`, weighted by 1, 2, 3, … so that no two elements can be swapped unseen. */
const weighted = (f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): tf.Tensor =>
  tf.grad((input: tf.Tensor) => {
    const y = f(input);
    return tf.sum(tf.mul(y, tf.reshape(tf.range(1, y.size + 1), y.shape)));
  })(x);

/** Answers worked out by hand from the definitions. */
export const gradientChecks: readonly GradientCheck[] = [
  {
    // d/dA of Σ wᵢⱼ(AB)ᵢⱼ is W·Bᵀ.
    kernel: "BatchMatMul, right factor transposed",
    isFor: always,
    gradient: () => weighted((a) => tf.matMul(as2D(a), tf.tensor2d([1, -2, 0, 3, 4, 5], [3, 2])), tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3])),
    expected: [-3, 6, 14, -5, 12, 32],
  },
  {
    // d/dB is Aᵀ·W.
    kernel: "BatchMatMul, left factor transposed",
    isFor: always,
    gradient: () => weighted((b) => tf.matMul(tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]), as2D(b)), tf.tensor2d([1, -2, 0, 3, 4, 5], [3, 2])),
    expected: [13, 18, 17, 24, 21, 30],
  },
  {
    kernel: "Tanh",
    isFor: always,
    gradient: () => weighted((x) => tf.tanh(x), tf.tensor1d([0, 1, -2])),
    expected: [1, 2 * 0.41997434, 3 * 0.07065082],
  },
  {
    kernel: "Conv2DBackpropFilter",
    isFor: convolving,
    gradient: () => weighted((w) => tf.conv2d(square(), as4D(w), 1, "valid"), tf.ones([2, 2, 1, 1])),
    expected: [37, 47, 67, 77],
  },
  {
    kernel: "Conv2DBackpropInput",
    isFor: convolving,
    gradient: () => weighted((x) => tf.conv2d(as4D(x), tf.tensor4d([1, 10, 100, 1000], [2, 2, 1, 1]), 1, "valid"), square()),
    expected: [1, 12, 20, 103, 1234, 2040, 300, 3400, 4000],
  },
  {
    // Both filters of both channels, of which the gradient is made as well: no other kernel has a part in it.
    kernel: "DepthwiseConv2dNative",
    isFor: some("DepthwiseConvolution2D", "SeparableConvolution2D"),
    gradient: () =>
      tf.depthwiseConv2d(tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2]), tf.tensor4d([1, 10, 2, 20], [1, 1, 2, 2]), 1, "valid"),
    expected: [1, 10, 4, 40, 3, 30, 8, 80, 5, 50, 12, 120, 7, 70, 16, 160],
  },
  {
    kernel: "MaxPoolGrad",
    isFor: pooling,
    gradient: () => weighted((x) => tf.maxPool(as4D(x), 2, 1, "valid"), tf.neg(square())),
    expected: [1, 2, 0, 3, 4, 0, 0, 0, 0],
  },
  {
    kernel: "AvgPoolGrad",
    isFor: pooling,
    gradient: () => weighted((x) => tf.avgPool(as4D(x), 2, 1, "valid"), square()),
    expected: [0.25, 0.75, 0.5, 1, 2.5, 1.5, 0.75, 1.75, 1],
  },
  {
    kernel: "UnsortedSegmentSum",
    isFor: some("EmbeddingLayer", "EmbeddingSequenceLayer"),
    gradient: () => weighted((rows) => tf.gather(rows, tf.tensor1d([2, 0, 2], "int32")), tf.ones([3, 2])),
    expected: [3, 4, 0, 0, 6, 8],
  },
  {
    kernel: "Unpack",
    isFor: recurrent,
    gradient: () => weighted((x) => tf.stack([...tf.unstack(x)].reverse()), tf.ones([3, 2])),
    expected: [5, 6, 3, 4, 1, 2],
  },
  {
    kernel: "SplitV",
    isFor: recurrent,
    gradient: () => weighted((x) => tf.concat([...tf.split(x, 2, 1)].reverse(), 1), tf.ones([2, 4])),
    expected: [3, 4, 1, 2, 7, 8, 5, 6],
  },
  {
    kernel: "Transpose",
    isFor: always,
    gradient: () => weighted((x) => tf.transpose(x, [2, 0, 1]), tf.ones([1, 2, 3])),
    expected: [1, 3, 5, 2, 4, 6],
  },
];

const as2D = (x: tf.Tensor): tf.Tensor2D => {
  const [rows = 1, columns = 1] = x.shape;
  return tf.reshape(x, [rows, columns]);
};
const as4D = (x: tf.Tensor): tf.Tensor4D => {
  const [examples = 1, height = 1, width = 1, channels = 1] = x.shape;
  return tf.reshape(x, [examples, height, width, channels]);
};
/** 1 … 9 as an image of 3 × 3. */
const square = () => tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);

/** The checks that a network needs; all of them without one. */
export function checksFor(network?: Network): readonly GradientCheck[] {
  const kinds = network && new Set(network.layers.flatMap(kindsOf));
  return kinds ? gradientChecks.filter(({ isFor }) => isFor(kinds)) : gradientChecks;
}

/** Runs the checks that a network needs (all of them without one); the kernels with wrong answers. @throws BackendError for a device's fault */
export async function failingKernels(network?: Network): Promise<readonly string[]> {
  const failing: string[] = [];
  for (const check of checksFor(network)) if (!(await isRight(check))) failing.push(check.kernel);
  return failing;
}

function kindsOf(layer: Layer): readonly string[] {
  return layer.inner ? [layer.kind, ...kindsOf(layer.inner)] : [layer.kind];
}

async function isRight({ gradient, expected }: GradientCheck): Promise<boolean> {
  const tensor = tf.tidy(gradient);
  const values = await tensor.data();
  tensor.dispose();
  throwDeviceFault();
  return (
    values.length === expected.length &&
    expected.every((value, index) => Math.abs((values[index] ?? NaN) - value) <= 1e-4 * (1 + Math.abs(value)))
  );
}
