import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import * as tf from "@tensorflow/tfjs-core";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import type { Network, Shape } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { openBackend, type Backend } from "../../../runner/src/backends/open-backend.js";
import type { Batch, NumberArray } from "../../../runner/src/engine.js";
import { toOutside, toTensors } from "../../../runner/src/network/batch-tensors.js";
import { buildNetwork } from "../../../runner/src/network/build-network.js";
import { planNetwork } from "../../../runner/src/network/feasibility.js";
import { lossAndGradients } from "../../../runner/src/network/loss-and-gradients.js";
import { seededRandom } from "../../../runner/src/network/random.js";
import { wasmFolder } from "./opening.js";
import { choices, endings, inputOf, numbersOf, type Flow } from "./stacks.js";

// Networks drawn layer by layer: nothing breaks, every layer gives the shape that `resolve` says, every array gets a gradient.

const examples = 3;
const starts: readonly Flow[] = [
  { kind: "flat", size: 4 },
  { kind: "series", size: 2, steps: 4 },
  { kind: "image", channels: 2, height: 5, width: 4 },
];

interface Drawn {
  readonly start: number;
  readonly picks: readonly { readonly layer: number; readonly units: number }[];
  readonly end: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  start: fc.nat(),
  picks: fc.array(fc.record({ layer: fc.nat(), units: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 5 }),
  end: fc.nat(),
});

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] ?? assert.fail("nothing to choose from");

/** The builder text of a drawn network. */
function textOf({ start, picks, end }: Drawn): string {
  const first = at(starts, start);
  let flow = first;
  const layers = picks.flatMap(({ layer, units }) => {
    if (numbersOf(flow) > 200) return [];
    const [text, next] = at(choices(flow, units), layer);
    flow = next;
    return [text];
  });
  const list = [...layers, at(endings(flow), end)].map((layer) => `.layer(${layer})`).join("\n");
  const head = "new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)).activation(Activation.TANH).l2(0.01)";
  return `${head}.list()\n${list}\n.setInputType(InputType.${inputOf(first)}).build()`;
}

function networkOf(text: string): Network {
  const project = { version: { value: "1.0.0-M2.1", from: "build file" }, configuration: { preset: "recommended", rules: {} } } as const;
  const [written] = java.read(`import org.deeplearning4j.nn.conf.*;\nclass A { Object conf = ${text}; }`, project).networks;
  return resolve(written ?? assert.fail("no network was read"));
}

function sizesOf(shape: Shape): readonly (number | null)[] {
  switch (shape.kind) {
    case "feedForward":
      return shape.steps === undefined ? [shape.size] : [shape.size, shape.steps];
    case "recurrent":
      return [shape.size, shape.steps];
    case "convolutional":
      return [shape.channels, shape.height, shape.width];
    case "convolutional3D":
      return [shape.channels, shape.depth, shape.height, shape.width];
    case "convolutionalFlat":
      return [shape.channels * shape.height * shape.width];
  }
}

const shapeNamed = ({ inputs, layers }: Network, name: string): Shape =>
  valueOf(layers.find((layer) => layer.name === name)?.outputShape) ??
  valueOf(inputs.find((input) => input.name === name)?.type) ??
  assert.fail(`the shape of ${name} is unknown`);

function batchFor(network: Network): Batch {
  const random = seededRandom(5);
  const array = (name: string, draw: () => number): NumberArray => {
    const shape = [examples, ...sizesOf(shapeNamed(network, name)).map((size) => size ?? assert.fail(`${name} has an open length`))];
    return { shape, values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, draw) };
  };
  return {
    size: examples,
    features: Object.fromEntries(network.inputs.map(({ name }) => [name, array(name, () => random.normal())])),
    labels: Object.fromEntries(network.outputs.map((name) => [name, array(name, () => (random.uniform() < 0.5 ? 0 : 1))])),
  };
}

/** Every layer's shape, and a finite gradient for every trained array. */
function assertOnePass(network: Network, batch: Batch): void {
  tf.engine().startScope();
  const layers = planNetwork(network).layers.map(({ start }) => start(seededRandom(3)));
  const tensors = toTensors(batch, network);
  const pass = lossAndGradients(layers, tensors, { random: seededRandom(4), inputs: tensors.inputs });
  for (const [name, given] of pass.given) {
    const expected = sizesOf(shapeNamed(network, name));
    const { shape } = toOutside(given);
    assert.deepEqual(
      shape.slice(1),
      expected.map((size, index) => size ?? shape[index + 1]),
      `what ${name} gives`,
    );
  }
  for (const { layer, parameters } of layers)
    for (const parameter of parameters.filter(({ isTrained }) => isTrained)) {
      const gradient =
        pass.steps.get(parameter)?.gradient.dataSync() ?? assert.fail(`${layer.name} ${parameter.spec.name} has no gradient`);
      assert.ok(gradient.every(Number.isFinite), `the gradient of ${parameter.spec.name} of ${layer.name} (${layer.kind}) is finite`);
    }
  pass.dispose();
  for (const { parameters } of layers) for (const parameter of parameters) parameter.dispose();
  tf.engine().endScope();
}

async function assertTrains(network: Network, batch: Batch, backend: Backend): Promise<void> {
  const trained = buildNetwork(network, { seed: 1, backend });
  const tensorsBefore = tf.memory().numTensors;
  for (const statistics of [true, false]) {
    const { loss } = await trained.fit(batch, { epoch: 0, statistics });
    assert.ok(Number.isFinite(loss), "the loss is a number");
  }
  const { outputs } = await trained.evaluate(batch);
  for (const { values } of Object.values(outputs)) assert.ok(values.every(Number.isFinite), "outputs are numbers");
  // The updater keeps two moments of each array that learns, from the first step on.
  const arrays = planNetwork(network).layers.reduce((sum, { math }) => sum + math.arrays.length, 0);
  assert.ok(tf.memory().numTensors <= tensorsBefore + 2 * arrays, "no tensor is left behind");
  trained.dispose();
}

describe("networks drawn at random", () => {
  let backend: Backend;
  before(async () => {
    backend = await openBackend("cpu", { wasmFolder });
  });
  test("train, with the shapes that were worked out and a gradient for every array", async () => {
    await fc.assert(
      fc.asyncProperty(drawn.map(textOf), async (text) => {
        const network = networkOf(text);
        const { refused } = planNetwork(network);
        const noWeights = refused.some(({ reason }) => reason.includes("no layer has weights"));
        if (noWeights) return;
        assert.deepEqual(refused, []);
        const batch = batchFor(network);
        assertOnePass(network, batch);
        await assertTrains(network, batch, backend);
      }),
      { seed: 7, numRuns: Number(process.env.NNLINT_STACKS ?? 150) },
    );
  });
});
