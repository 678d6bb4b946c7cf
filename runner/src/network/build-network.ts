import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../../../core/src/model/network.js";
import type { Backend } from "../backends/open-backend.js";
import type { TrainableNetwork } from "../engine.js";
import { planNetwork } from "./feasibility.js";
import { seededRandom } from "./random.js";
import { Refusal } from "./refusal.js";
import { Training } from "./training.js";

/** What building a network needs beside the network. */
export interface BuildOptions {
  /** Decides initial weights and everything random while training. */
  readonly seed: number;
  readonly backend: Backend;
}

/**
 * A network with its initial weights, on the backend that is active.
 * @throws Refusal when `feasibility` refuses the network
 */
export function buildNetwork(network: Network, { seed, backend }: BuildOptions): TrainableNetwork {
  if (tf.getBackend() !== backend.engine) throw new Error(`The backend ${backend.name} is not active.`);
  const { layers, refused } = planNetwork(network);
  const [first] = refused;
  if (first) throw new Refusal(first.setting, first.reason);
  const random = seededRandom(seed);
  return new Training(
    network,
    layers.map(({ start }) => start(random)),
    random,
  );
}
