import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { z } from "zod";
import { openBackend, type Backend } from "../../../runner/src/backends/open-backend.js";
import { mathOf } from "../../../runner/src/layers/kinds.js";
import type { Arrays, LayerMath, Pretraining } from "../../../runner/src/layers/layer-math.js";
import { buildNetwork } from "../../../runner/src/network/build-network.js";
import { departuresOf } from "../../../runner/src/network/departures.js";
import { seededRandom, type Random } from "../../../runner/src/network/random.js";
import { networkIn } from "../runner-process/networks.js";
import { batchOf, flatWeights, goldenCases, minibatches, networkOf } from "./golden-cases.js";
import { wasmFolder } from "./opening.js";

const array = z.object({ shape: z.array(z.number()), values: z.array(z.number()) });
const toTensor = ({ shape, values }: z.infer<typeof array>) => tf.tensor(values, shape);

let backend: Backend;
before(async () => {
  backend = await openBackend("wasm", { wasmFolder });
});

const cases = goldenCases().filter(({ group, id }) => group === "pretraining" && /^autoEncoder(?!-fit)/.test(id));

function pretrainingOf(math: LayerMath | undefined): Pretraining {
  assert.ok(math?.pretraining);
  return math.pretraining;
}

describe("AutoEncoder", () => {
  test("its pretraining is Deeplearning4j's with the other sign", () => {
    for (const id of ["autoEncoder", "autoEncoder-minibatches"]) {
      const one = cases.find((each) => each.id === id);
      assert.ok(one);
      const network = networkOf(one);
      const [layer] = network.layers;
      assert.ok(layer);
      const { gradients } = pretrainingOf(mathOf(layer, network));
      const [initial] = one.initial.layers;
      assert.ok(initial);
      let arrays: Arrays = Object.fromEntries(
        Object.entries(initial).flatMap(([name, value]) => (typeof value === "string" ? [] : [[name, toTensor(value)]])),
      );
      for (let pass = 0; pass < (id === "autoEncoder" ? 2 : 1); pass++)
        for (const { features, size } of minibatches(batchOf(one, network), one.batchSize)) {
          const [x] = Object.values(features);
          assert.ok(x);
          const found = gradients(tf.tensor2d(x.values, [size, 4]), arrays, seededRandom(1)).gradients;
          // Deeplearning4j adds what is to be subtracted.
          arrays = Object.fromEntries(
            Object.entries(arrays).map(([name, value]) => [name, tf.add(value, tf.mul(0.1 / size, found[name] ?? assert.fail(name)))]),
          );
        }
      const [pretrained] = one.after.pretrain?.layers ?? [];
      for (const [name, value] of Object.entries(arrays)) {
        const expected = pretrained?.[name];
        assert.ok(expected !== undefined && typeof expected !== "string");
        value.dataSync().forEach((number, index) => {
          const wanted = expected.values[index] ?? NaN;
          assert.ok(Math.abs(number - wanted) < 1e-5, `${id} ${name}[${index}] is ${number}, not ${wanted}`);
        });
      }
    }
  });

  for (const one of cases)
    test(`${one.id}: from pretrained weights the supervised steps are Deeplearning4j's`, async () => {
      const network = networkOf(one);
      const trained = buildNetwork(network, { seed: 1, backend });
      const pretrained = one.after.pretrain;
      assert.ok(pretrained);
      trained.setWeights(pretrained);
      const batches = minibatches(batchOf(one, network), one.batchSize);
      for (let step = 0; step < 5; step++) {
        const batch = batches[step % batches.length];
        assert.ok(batch);
        const { loss } = await trained.fit(batch, { epoch: 0, statistics: false });
        assert.ok(Math.abs(loss - (one.losses[step] ?? NaN)) < 1e-5, `the loss of step ${step + 1} is ${loss}, not ${one.losses[step]}`);
      }
      const after = flatWeights(await trained.weights());
      for (const [name, values] of flatWeights(one.after["5"] ?? assert.fail()))
        values.forEach((value, index) => {
          assert.ok(Math.abs((after.get(name)?.[index] ?? NaN) - value) < 1e-5, `${name}[${index}]`);
        });
      trained.dispose();
    });

  test("it learns to reproduce its input, also where a part of it is dropped, and says what it does otherwise", async () => {
    const network = networkIn(`network a {
  train { updater: sgd(learningRate: 0.5), pretrain: passes(2) }
  input: vector(6)
  layer autoEncoder { nOut: 4, activation: sigmoid, weightInit: xavier, corruptionLevel: 0.2 }
  layer output { nOut: 2, activation: softmax, loss: mcxent }
}`);
    assert.match(
      departuresOf(network)
        .map(({ reason }) => reason)
        .join(),
      /climbs/,
    );
    const trained = buildNetwork(network, { seed: 3, backend });
    assert.deepEqual(trained.pretrainable, ["0"]);
    const values = Float32Array.from({ length: 60 }, (_, index) => (index % 6 < 3 === index % 12 < 6 ? 0.9 : 0.1));
    const batch = {
      size: 10,
      features: { input: { shape: [10, 6], values } },
      labels: { layer1: { shape: [10, 2], values: new Float32Array(20).fill(0.5) } },
    };
    const first = await trained.pretrain("0", batch, { epoch: 0 });
    let last = first;
    for (let step = 0; step < 300; step++) last = await trained.pretrain("0", batch, { epoch: 0 });
    assert.ok(last < first / 3, `the error goes from ${first} to ${last}`);
    trained.dispose();
  });
});

const rbmGolden = z
  .object({
    runs: z.array(
      z.object({
        k: z.number(),
        data: array,
        initial: z.object({ W: array, b: array, vb: array }),
        meanUpdate: z.record(z.string(), z.object({ mean: array })),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync("test/golden/rbm-0.9.1.json", "utf8")));

describe("RBM", () => {
  const draws = { 1: 1, 3: 600 } as const;
  for (const { k, data, initial, meanUpdate } of rbmGolden.runs)
    test(`contrastive divergence with k = ${k} gives the updates of 0.9.1`, () => {
      const network = networkIn(`network a {
  input: vector(6)
  layer rbm { nOut: 4, k: ${k}, visibleUnit: binary, hiddenUnit: binary, weightInit: xavier }
  layer output { nOut: 2, activation: softmax, loss: mcxent }
}`);
      const [layer] = network.layers;
      assert.ok(layer);
      const { gradients } = pretrainingOf(mathOf(layer, network));
      const [x, random] = [tf.tensor2d(data.values, [20, 6]), seededRandom(5)];
      const arrays = { W: toTensor(initial.W), b: tf.tensor(initial.b.values), vb: tf.tensor(initial.vb.values) };
      const times = draws[k === 1 ? 1 : 3];
      const sums = new Map<string, Float64Array>();
      for (let draw = 0; draw < times; draw++)
        for (const [name, gradient] of Object.entries(gradients(x, arrays, random).gradients)) {
          const sum = sums.get(name) ?? new Float64Array(gradient.size);
          gradient.dataSync().forEach((value, index) => (sum[index] = (sum[index] ?? 0) - value / 20 / times));
          sums.set(name, sum);
        }
      for (const [name, { mean }] of Object.entries(meanUpdate))
        mean.values.forEach((expected, index) => {
          const found = sums.get(name)?.[index] ?? NaN;
          // Five digits without randomness; else some standard errors of the means of both.
          const allowed = k === 1 ? 1e-5 : 0.006;
          assert.ok(Math.abs(found - expected) < allowed, `${name}[${index}] is ${found}, not ${expected}`);
        });
    });
});

describe("VariationalAutoencoder", () => {
  const text = (reconstruction: string) => `network a {
  train { updater: adam(learningRate: 0.01), pretrain: passes(1) }
  input: vector(4)
  layer variationalAutoencoder { nOut: 2, encoder: [5, 3], decoder: [3, 5], activation: tanh, weightInit: xavier${reconstruction} }
  layer output { nOut: 2, activation: softmax, loss: mcxent }
}`;
  const x = [0.9, 0.1, 0.8, 0.3, 0.2, 0.7, 0.1, 0.6];

  /** The bound and its gradients, always with the same draws of the code. */
  function at(math: LayerMath, values: Readonly<Record<string, Float32Array>>) {
    return tf.tidy(() => {
      const arrays = Object.fromEntries(math.arrays.map(({ name, shape }) => [name, tf.tensor(values[name] ?? [], [...shape])]));
      const { error, gradients } = pretrainingOf(math).gradients(tf.tensor2d(x, [2, 4]), arrays, seededRandom(9));
      return {
        error: error.dataSync()[0] ?? NaN,
        gradients: Object.fromEntries(Object.entries(gradients).map(([name, gradient]) => [name, Float32Array.from(gradient.dataSync())])),
      };
    });
  }

  for (const [name, reconstruction] of [
    ["the usual Gaussian with tanh", ""],
    ["gaussian(identity)", ", reconstruction: gaussian(identity), zActivation: tanh"],
    ["bernoulli(sigmoid)", ", reconstruction: bernoulli(sigmoid)"],
    ["exponential(identity)", ", reconstruction: exponential(identity)"],
  ] as const)
    test(`${name}: the gradient of the bound is that of finite differences, for every array`, () => {
      const network = networkIn(text(reconstruction));
      const [layer] = network.layers;
      assert.ok(layer);
      const math = mathOf(layer, network);
      const random: Random = seededRandom(4);
      const values = Object.fromEntries(math.arrays.map(({ name: key, initial }) => [key, initial(random)]));
      const { gradients } = at(math, values);
      for (const { name: key } of math.arrays) {
        const [start, gradient] = [values[key] ?? assert.fail(), gradients[key] ?? assert.fail(key)];
        const direction = start.map(() => random.normal());
        const moved = (step: number) =>
          at(math, { ...values, [key]: start.map((value, index) => value + step * (direction[index] ?? 0)) }).error;
        const numeric = (moved(1e-2) - moved(-1e-2)) / 2e-2;
        const analytic = gradient.reduce((sum, value, index) => sum + value * (direction[index] ?? 0), 0);
        assert.ok(Math.abs(numeric - analytic) < 1e-2 * Math.max(0.1, Math.abs(numeric)), `${key}: ${analytic} is not ${numeric}`);
      }
    });

  test("its value is the divergence of the code from N(0, 1) and −ln of the Gaussian density", () => {
    // With all weights 0 the code is N(0, 1), and every input is taken to be N(0, 1): ½ ln 2π + ½x² each.
    const network = networkIn(text(""));
    const [layer] = network.layers;
    assert.ok(layer);
    const math = mathOf(layer, network);
    const zeros = Object.fromEntries(math.arrays.map(({ name, shape }) => [name, new Float32Array(shape.reduce((a, b) => a * b))]));
    const expected = x.reduce((sum, value) => sum + 0.5 * Math.log(2 * Math.PI) + 0.5 * value * value, 0);
    assert.ok(Math.abs(at(math, zeros).error - expected) < 1e-4);
  });

  test("pretraining moves all arrays, supervised training those of the encoder and the mean only", async () => {
    const network = networkIn(text(""));
    const trained = buildNetwork(network, { seed: 3, backend });
    const batch = {
      size: 2,
      features: { input: { shape: [2, 4], values: Float32Array.from(x) } },
      labels: { layer1: { shape: [2, 2], values: Float32Array.from([1, 0, 0, 1]) } },
    };
    const start = flatWeights(await trained.weights());
    await trained.fit(batch, { epoch: 0, statistics: true });
    const supervised = flatWeights(await trained.weights());
    await trained.pretrain("0", batch, { epoch: 0 });
    const pretrained = flatWeights(await trained.weights());
    const moved = (from: typeof start, to: typeof start) =>
      [...from].filter(([name, values]) => values.some((value, index) => value !== to.get(name)?.[index])).map(([name]) => name);
    assert.deepEqual(
      moved(start, supervised).filter((name) => name.startsWith("0.")),
      ["0.e0W", "0.e0b", "0.e1W", "0.e1b", "0.pZXMeanW", "0.pZXMeanb"],
    );
    assert.deepEqual(
      moved(supervised, pretrained),
      [...start.keys()].filter((name) => name.startsWith("0.")),
    );
    trained.dispose();
  });
});
