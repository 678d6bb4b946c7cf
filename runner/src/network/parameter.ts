import * as tf from "@tensorflow/tfjs-core";
import type { NumberArray } from "../engine.js";
import type { ArraySpec } from "../layers/layer-math.js";
import { readNumbers } from "./outputs.js";
import type { Constraint } from "./constraints.js";
import type { Random } from "./random.js";
import type { Updater } from "../updaters/updater.js";
import type { Penalty } from "./penalties.js";

/** One array of a layer while it is trained. Its tensor lives until it is replaced or disposed of. */
export class Parameter {
  #tensor: tf.Tensor;

  constructor(
    readonly spec: ArraySpec,
    readonly updater: Updater,
    readonly penalty: Penalty,
    /** False for arrays of frozen layers, for statistics, and for those that only pretraining knows: the loss has no gradient by them. */
    readonly isTrained: boolean,
    random: Random,
    private readonly constraint?: Constraint,
  ) {
    this.#tensor = tf.keep(tf.tidy(() => inside(spec, spec.initial(random))));
  }

  /** In the inside layout. */
  get tensor(): tf.Tensor {
    return this.#tensor;
  }

  get size(): number {
    return this.#tensor.size;
  }

  /** Takes a new value in the inside layout. */
  replace(value: tf.Tensor): void {
    const before = this.#tensor;
    this.#tensor = tf.keep(tf.clone(value));
    before.dispose();
  }

  /** Takes a new value in the inside layout, brought back to what the constraints ask for. */
  update(value: tf.Tensor): void {
    const { constraint, spec } = this;
    this.replace(constraint ? toInside(spec, constraint(toOutside(spec, value))) : value);
  }

  /** Takes new values in the outside layout. */
  set(values: readonly number[]): void {
    tf.tidy(() => this.replace(inside(this.spec, Float32Array.from(values))));
  }

  /** The values in the outside layout. */
  async read(): Promise<NumberArray> {
    const { shape } = this.spec;
    return { shape, values: await readNumbers(tf.tidy(() => tf.clone(toOutside(this.spec, this.#tensor)))) };
  }

  dispose(): void {
    this.#tensor.dispose();
    this.updater.dispose();
  }
}

function inside(spec: ArraySpec, values: Float32Array): tf.Tensor {
  return toInside(spec, tf.tensor(values, [...spec.shape], "float32"));
}

function toInside({ order }: ArraySpec, outside: tf.Tensor): tf.Tensor {
  return order ? tf.transpose(outside, [...order]) : outside;
}

function toOutside({ order }: ArraySpec, values: tf.Tensor): tf.Tensor {
  return order
    ? tf.transpose(
        values,
        order.map((_, index) => order.indexOf(index)),
      )
    : values;
}
