import type { Layer } from "../../../core/src/model/network.js";
import { isCall, type Call } from "../../../core/src/model/value.js";
import type { Random } from "../network/random.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { drawFrom } from "./distributions.js";

/** Units that feed one unit, and that it feeds, as Deeplearning4j counts them for this array. */
export interface Fans {
  readonly in: number;
  readonly out: number;
}

/** Fills an array of this many values, in the outside layout. */
export type Initial = (random: Random) => Float32Array;

type Draw = (random: Random) => number;

const normal =
  (variance: number): Draw =>
  (random) =>
    Math.sqrt(variance) * random.normal();
const uniform =
  (limit: number): Draw =>
  (random) =>
    limit * (2 * random.uniform() - 1);
/** Normal with deviation 1/√fan, drawn again beyond two deviations. */
const truncated =
  (fan: number): Draw =>
  (random) => {
    for (;;) {
      const value = random.normal();
      if (Math.abs(value) <= 2) return value / Math.sqrt(fan);
    }
  };

const mean = (fans: Fans) => (fans.in + fans.out) / 2;

/** By constant of `WeightInit`, as 1.0.0-M2.1 draws them (measured; `WeightInitUtil`). */
const draws: Readonly<Record<string, (fans: Fans, shape: readonly number[]) => Draw>> = {
  ZERO: () => () => 0,
  ONES: () => () => 1,
  NORMAL: (fans) => normal(1 / fans.in),
  LECUN_NORMAL: (fans) => normal(1 / fans.in),
  XAVIER_FAN_IN: (fans) => normal(1 / fans.in),
  XAVIER: (fans) => normal(2 / (fans.in + fans.out)),
  XAVIER_LEGACY: (_, [first = 1, second = 1]) => normal(1 / (first + second)),
  RELU: (fans) => normal(2 / fans.in),
  XAVIER_UNIFORM: (fans) => uniform(Math.sqrt(6 / (fans.in + fans.out))),
  RELU_UNIFORM: (fans) => uniform(Math.sqrt(6 / fans.in)),
  SIGMOID_UNIFORM: (fans) => uniform(4 * Math.sqrt(6 / (fans.in + fans.out))),
  UNIFORM: (fans) => uniform(1 / Math.sqrt(fans.in)),
  LECUN_UNIFORM: (fans) => uniform(3 / Math.sqrt(fans.in)),
  VAR_SCALING_UNIFORM_FAN_IN: (fans) => uniform(3 / Math.sqrt(fans.in)),
  VAR_SCALING_UNIFORM_FAN_OUT: (fans) => uniform(3 / Math.sqrt(fans.out)),
  VAR_SCALING_UNIFORM_FAN_AVG: (fans) => uniform(3 / Math.sqrt(mean(fans))),
  VAR_SCALING_NORMAL_FAN_IN: (fans) => truncated(fans.in),
  VAR_SCALING_NORMAL_FAN_OUT: (fans) => truncated(fans.out),
  VAR_SCALING_NORMAL_FAN_AVG: (fans) => truncated(mean(fans)),
};

/**
 * How the weights of a layer start.
 * @throws Refusal for initializations that are not here
 */
export function initialWeights(layer: Layer, shape: readonly number[], fans: Fans): Initial {
  const path = `layers.${layer.index}.weightInit`;
  return initialFrom(knownValue(layer.weightInit, path), path, shape, fans);
}

/** How the weights from a recurrent layer's state start: `weightInitRecurrent`, else as the others do. @throws Refusal as `initialWeights` */
export function initialRecurrentWeights(layer: Layer, shape: readonly number[], fans: Fans): Initial {
  const own = layer.more.weightInitRecurrent;
  if (!own) return initialWeights(layer, shape, fans);
  const value = knownValue(own, own.path);
  if (typeof value !== "string" && !isCall(value)) throw new Refusal(own.path, "this initialization cannot be drawn here");
  return initialFrom(value, own.path, shape, fans);
}

function initialFrom(value: string | Call, path: string, shape: readonly number[], fans: Fans): Initial {
  if (value === "IDENTITY") return identity(shape, path);
  const draw = isCall(value) ? drawFrom(value, path) : draws[value]?.(fans, shape);
  if (!draw) throw new Refusal(path, `the initialization ${isCall(value) ? value.name : value} cannot be drawn here`);
  return (random) => Float32Array.from({ length: sizeOf(shape) }, () => draw(random));
}

/** The same value everywhere. */
export function constant(shape: readonly number[], value: number): Initial {
  return () => new Float32Array(sizeOf(shape)).fill(value);
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

function identity(shape: readonly number[], path: string): Initial {
  const [rows = 0, columns] = shape;
  if (shape.length !== 2 || rows !== columns) throw new Refusal(path, "IDENTITY needs as many outputs as inputs");
  return () => Float32Array.from({ length: rows * columns }, (_, index) => (index % (columns + 1) === 0 ? 1 : 0));
}
