import * as tf from "@tensorflow/tfjs-core";
import type { CarriedState } from "../layers/layer-math.js";

/** The states of recurrent layers between the pieces of one minibatch. */
export class CarriedStates {
  readonly #states = new Map<string, readonly tf.Tensor[]>();

  /** The state of one layer; it counts as a constant in the gradient of the next piece. */
  of(layer: string): CarriedState {
    return {
      read: () => this.#states.get(layer),
      write: (state) => {
        const kept = state.map((tensor) => tf.keep(tf.clone(tensor)));
        this.#states.get(layer)?.forEach((tensor) => tensor.dispose());
        this.#states.set(layer, kept);
      },
    };
  }

  clear(): void {
    for (const state of this.#states.values()) for (const tensor of state) tensor.dispose();
    this.#states.clear();
  }
}
