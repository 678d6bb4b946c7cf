import * as tf from "@tensorflow/tfjs-core";
import { asRows } from "../arrange.js";
import { affine } from "../dense.js";
import type { Activations, Arrays, Pass } from "../layer-math.js";
import { productsWith, type Product } from "./product.js";
import { shifted, type SeriesSize } from "./series-size.js";

/** What goes into a recurrent layer as plain numbers, and the product with its recurrent weights. */
export interface Series {
  readonly size: SeriesSize;
  /** xW + b for all steps: may be overwritten. */
  readonly sums: Float32Array;
  /** The states `[n, units]` that it begins with. */
  readonly first: readonly Float32Array[];
  /** `[steps, n]`; absent where every step counts. */
  readonly mask: Float32Array | undefined;
  readonly product: Product;
}

/** A series gone through. */
export interface Passed {
  /** `[steps, n, units]` */
  readonly outputs: Float32Array;
  /** The states after the last step. */
  readonly last: readonly Float32Array[];
  /**
   * Gradients of the sums and of further arrays, in their order.
   * @param errors of the outputs
   * @param productBack with the recurrent weights transposed
   */
  readonly back: (errors: Float32Array, productBack: Product) => readonly [sums: Float32Array, ...further: Float32Array[]];
}

/** How a layer goes through a whole series in one operation with its own gradient. */
export interface FusedRecurrence {
  readonly units: number;
  readonly stateSize: number;
  readonly clearsMasked: boolean;
  /** `[units, k · units]`, without peepholes. */
  readonly weights: tf.Tensor2D;
  /** Arrays that are not part of the product. */
  readonly further: readonly tf.Tensor[];
  readonly run: (series: Series, further: readonly Float32Array[]) => Passed;
}

/**
 * Goes through a series in plain loops around one product a step: thousands of small operations and their bookkeeping less.
 * @returns `undefined` on backends that are better left to their own operations
 */
export function fused(input: Activations, arrays: Arrays, recurrence: FusedRecurrence, pass: Pass): Activations | undefined {
  const { units, stateSize, clearsMasked, weights, further, run } = recurrence;
  const { tensor, mask } = input;
  const [steps = 0, examples = 0] = tensor.shape;
  const held = productsWith(weights, examples);
  if (!held) return undefined;
  const size: SeriesSize = { steps, examples, units };
  const first = (pass.state?.read() ?? []).map(numbersOf);
  while (first.length < stateSize) first.push(new Float32Array(examples * units));
  const kept = clearsMasked && mask ? numbersOf(mask) : undefined;
  let last: readonly Float32Array[] = [];
  const outputs = applied([affine(tensor, arrays), weights, ...further], ([sums, , ...others]) => {
    const passed = run({ size, sums: Float32Array.from(numbersOf(sums)), first, mask: kept, product: held.product }, others.map(numbersOf));
    last = passed.last;
    return {
      value: tf.tensor3d(passed.outputs, [steps, examples, units]),
      gradients: (errors, kept) => gradientsOf(passed, { errors, weights: kept, further, size }, first[0]),
    };
  });
  held.dispose();
  pass.state?.write(last.map((state) => tf.tensor2d(state, [examples, units])));
  return { ...input, tensor: outputs };
}

interface WayBack extends Pick<FusedRecurrence, "weights" | "further"> {
  readonly errors: tf.Tensor;
  readonly size: SeriesSize;
}

/** Of the sums, the recurrent weights, and the further arrays. */
function gradientsOf(
  { outputs, back }: Passed,
  { errors, weights, further, size: { steps, examples, units } }: WayBack,
  firstOutput: Float32Array = new Float32Array(examples * units),
): tf.Tensor[] {
  const held = productsWith(tf.transpose(weights), examples);
  if (!held) throw new Error("The backend changed during a step.");
  const [sums, ...others] = back(numbersOf(errors), held.product);
  held.dispose();
  const width = sums.length / (steps * examples);
  const ofSums = tf.tensor2d(sums, [steps * examples, width]);
  const states = tf.tensor2d(shifted(outputs, firstOutput), [steps * examples, units]);
  return [
    tf.reshape(ofSums, [steps, examples, width]),
    tf.matMul(states, ofSums, true, false),
    ...further.map(({ shape }, index) => tf.tensor(others[index] ?? [], shape)),
  ];
}

const numbersOf = (tensor: tf.Tensor): Float32Array => tensor.dataSync<"float32">();

type Applied = (inputs: readonly [tf.Tensor, tf.Tensor, ...tf.Tensor[]]) => {
  readonly value: tf.Tensor;
  /** @param weights as they went in, which are kept until here */
  readonly gradients: (errors: tf.Tensor, weights: tf.Tensor2D) => tf.Tensor[];
};

/** Applies a function of several arrays whose gradients are given, not derived. */
function applied(inputs: readonly tf.Tensor[], f: Applied): tf.Tensor {
  const run = tf.customGrad((...given) => {
    const [sums, weights, ...others] = given.filter((one) => one instanceof tf.Tensor);
    const save = given.find((one) => typeof one === "function");
    if (!sums || !weights || !save) throw new Error("A recurrence takes its sums and its weights.");
    save([weights]);
    const { value, gradients } = f([sums, weights, ...others]);
    return { value, gradFunc: (errors: tf.Tensor, [kept]: tf.Tensor[]) => gradients(errors, asRows(kept ?? weights)) };
  });
  return run(...inputs);
}
