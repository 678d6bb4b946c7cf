import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import type { Batch, NumberArray } from "../../../runner/src/engine.js";
import { feasibility } from "../../../runner/src/network/feasibility.js";
import { checkIndices } from "../../../runner/src/network/index-check.js";
import { placeOf } from "../../../runner/src/network/refusal.js";
import { networkIn } from "../runner-process/networks.js";

const array = (shape: readonly number[], ...values: number[]): NumberArray => ({ shape, values: Float32Array.from(values) });

describe("an index that is none is named, with what to do", () => {
  const words = networkIn(
    "network a {\n input: vector(1)\n layer embedding { nIn: 10, nOut: 4 }\n layer output { nOut: 3, activation: softmax, loss: sparseMcxent }\n}",
  );
  const batch = (indices: readonly number[], classes: readonly number[]): Batch => ({
    size: indices.length,
    features: { input: array([indices.length, 1], ...indices) },
    labels: { layer1: array([classes.length, 1], ...classes) },
  });
  const cases: readonly (readonly [string, Batch, RegExp, RegExp])[] = [
    ["below 0", batch([3, -1], [0, 1]), /input of the embedding layer 0 has -1 in row 2 .* from 0 to 9/, /unscaled/],
    ["a fraction", batch([0.5, 1], [0, 1]), /has 0.5 in row 1/, /unscaled/],
    ["not a number", batch([3, NaN], [0, 1]), /has NaN in row 2/, /unscaled/],
    ["too large", batch([3, 4, 12], [0, 1, 2]), /has 12 in row 3/, /nIn .* at least 13/],
    ["a class too many", batch([3, 4], [0, 3]), /label of the output layer1 is 3 in row 2 .* from 0 to 2/, /classes from 0/],
  ];
  for (const [name, given, message, hint] of cases) {
    test(name, () => assert.throws(() => checkIndices(given, words), { name: "BatchError", message, hint }));
  }
  test("whole numbers within the limits are taken", () => checkIndices(batch([0, 9], [2, 0]), words));
});

test("a layer that cannot be trained is refused once, by its name, with the reason", () => {
  const text = `import org.deeplearning4j.nn.conf.*;
class A {
  Object conf = new NeuralNetConfiguration.Builder().list()
    .layer(new DenseLayer.Builder().nIn(4).nOut(3).build())
    .layer(new OCNNOutputLayer.Builder().name("anomaly").nIn(3).nOut(1).hiddenLayerSize(2).build())
    .build();
}`;
  const [written] = java.read(text, { version: null, configuration: { preset: "recommended", rules: {} } }).networks;
  assert.ok(written);
  const network = resolve(written);
  const { refused } = feasibility(network);
  assert.deepEqual(
    refused.map(({ setting, reason }) => `${placeOf(setting, network)}: ${reason}`),
    ['layer "anomaly" (OCNNOutputLayer): what it sends back to the layers before it in Deeplearning4j is not the gradient of its score'],
  );
});
