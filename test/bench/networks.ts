import { nnet } from "../../core/src/frontends/nnet/index.js";
import type { Network } from "../../core/src/model/network.js";
import { resolve } from "../../core/src/resolve/resolve.js";
import type { Batch, NumberArray } from "../../runner/src/engine.js";
import { seededRandom } from "../../runner/src/network/random.js";

/** What speed is measured on: the same networks as in `speed.py`, with Adam and its usual rate. */
const texts = {
  mlp: `
    input: vector(784)
    layer dense { nOut: 500 }
    layer dense { nOut: 250 }`,
  lenet: `
    input: image(height: 28, width: 28, channels: 1)
    layer convolution { nOut: 6, kernel: 5, mode: same }
    layer subsampling { pooling: max, kernel: 2, stride: 2 }
    layer convolution { nOut: 16, kernel: 5 }
    layer subsampling { pooling: max, kernel: 2, stride: 2 }
    layer dense { nOut: 120 }
    layer dense { nOut: 84 }`,
  lstm: `
    input: sequence(features: 16, length: 50)
    layer lastTimeStep(lstm) { nOut: 64, activation: tanh }`,
} as const;

export type Measured = keyof typeof texts;
export const measured = Object.keys(texts) as readonly Measured[];

const shapes: Readonly<Record<Measured, readonly number[]>> = { mlp: [64, 784], lenet: [64, 1, 28, 28], lstm: [32, 16, 50] };
const classes = 10;

/** The network, resolved. */
export function networkNamed(name: Measured): Network {
  const text = `network ${name} {
    train { seed: 1, updater: adam(learningRate: 0.001) }
    defaults { activation: relu, weightInit: xavier }
    ${texts[name]}
    layer output { nOut: ${classes}, activation: softmax, loss: mcxent }
  }`;
  const { networks } = nnet.read(text, { version: null, configuration: { preset: "recommended", rules: {} } });
  const [written] = networks;
  if (!written) throw new Error(`The network ${name} cannot be read.`);
  return resolve(written);
}

/** One minibatch of random numbers, always the same. */
export function batchFor(name: Measured, network: Network): Batch {
  const random = seededRandom(7);
  const shape = shapes[name];
  const [size = 0] = shape;
  const values = Float32Array.from({ length: shape.reduce((product, length) => product * length) }, () => random.normal());
  const labels = new Float32Array(size * classes);
  for (let row = 0; row < size; row++) labels[row * classes + Math.floor(random.uniform() * classes)] = 1;
  return { size, features: only(network.inputs[0]?.name, shape, values), labels: only(network.outputs[0], [size, classes], labels) };
}

function only(name: string | undefined, shape: readonly number[], values: Float32Array): Record<string, NumberArray> {
  return { [name ?? ""]: { shape, values } };
}
