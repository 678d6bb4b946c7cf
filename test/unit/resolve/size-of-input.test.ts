import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { expectedIn } from "../../../core/src/resolve/size-of-input.js";
import { fromJava, fromNnet, layerAt, listOf, seen } from "./written.js";

const dense = "DenseLayer.Builder().nIn(4).nOut(5)";

describe("nIn", () => {
  test("what is not written follows from the layer before", () => {
    const network = fromNnet("input: image(height: 9, width: 9, channels: 2)\nlayer convolution { nOut: 3 }\nlayer output { nOut: 2 }");
    assert.deepEqual(seen(layerAt(network, 0).nIn), [2, "inferred"]);
    assert.deepEqual(seen(layerAt(network, 1).nIn), [75, "inferred"]);
  });

  const counted: readonly (readonly [version: string, weights: number])[] = [
    ["0.9.1", 7 * 3 + 3],
    ["1.0.0-beta7", 7 * 3 + 3],
    ["1.0.0-M1", 5 * 3 + 3],
    ["1.0.0-M2.1", 5 * 3 + 3],
  ];
  for (const [version, weights] of counted) {
    test(`a wrong written nIn stays as written; in ${version} the weights are ${weights}`, () => {
      const last = layerAt(listOf(version, "", dense, "OutputLayer.Builder().nIn(7).nOut(3)"), 1);
      assert.deepEqual(seen(last.nIn), [7, "explicit"]);
      assert.equal(expectedIn(last), 5);
      assert.equal(last.parameters.value, weights);
    });
  }

  const switches: readonly (readonly [version: string, weights: number])[] = [
    ["1.0.0-M1.1", 5 * 3 + 3],
    ["1.0.0-M2.1", 7 * 3 + 3],
  ];
  for (const [version, weights] of switches) {
    test(`overrideNinUponBuild(false) in ${version} gives ${weights} weights`, () => {
      const network = fromJava(
        version,
        `new NeuralNetConfiguration.Builder().list().layer(new ${dense}.build())
          .layer(new OutputLayer.Builder().nIn(7).nOut(3).build()).overrideNinUponBuild(false).build()`,
      );
      assert.equal(layerAt(network, 1).parameters.value, weights);
    });
  }

  for (const [version, weights] of [
    ["1.0.0-beta7", 9 * 5 + 5],
    ["1.0.0-M1.1", 4 * 5 + 5],
    ["1.0.0-M2.1", 4 * 5 + 5],
  ] as const)
    test(`a graph with input types has ${weights} weights in ${version}, whatever nIn says`, () => {
      const network = fromJava(
        version,
        `new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
          .addLayer("a", new DenseLayer.Builder().nIn(9).nOut(5).build(), "in")
          .addLayer("out", new OutputLayer.Builder().nOut(3).build(), "a").setOutputs("out").setInputTypes(InputType.feedForward(4)).build()`,
      );
      assert.deepEqual(seen(layerAt(network, 0).nIn), [9, "explicit"]);
      assert.equal(layerAt(network, 0).parameters.value, weights);
    });

  test("a graph in .nnet keeps a wrong nIn", () => {
    const network = fromNnet("input { in: vector(4) }\nlayer dense a from in { nIn: 9, nOut: 5 }\nlayer output out from a { nOut: 2 }");
    assert.equal(layerAt(network, 0).parameters.value, 9 * 5 + 5);
    assert.equal(expectedIn(layerAt(network, 0)), 4);
  });

  test("a graph without input types infers nothing; with them it does", () => {
    const graph = (types: string) =>
      fromJava(
        "1.0.0-M2.1",
        `new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
          .addLayer("a", new DenseLayer.Builder().nIn(4).nOut(5).build(), "in")
          .addLayer("out", new OutputLayer.Builder().nOut(3).build(), "a").setOutputs("out")${types}.build()`,
      );
    assert.equal(layerAt(graph(""), 1).nIn, undefined);
    assert.deepEqual(seen(layerAt(graph(".setInputTypes(InputType.feedForward(4))"), 1).nIn), [5, "inferred"]);
  });

  test("a list without input type infers from a dense or recurrent first layer, not from a convolution", () => {
    const output = "OutputLayer.Builder().nOut(3)";
    assert.deepEqual(seen(layerAt(listOf("1.0.0-M2.1", "", dense, output), 1).nIn), [5, "inferred"]);
    assert.deepEqual(seen(layerAt(listOf("1.0.0-M2.1", "", "LSTM.Builder().nIn(4).nOut(5)", "RnnOutputLayer.Builder().nOut(3)"), 1).nIn), [
      5,
      "inferred",
    ]);
    assert.equal(layerAt(listOf("1.0.0-M2.1", "", "ConvolutionLayer.Builder().nIn(1).nOut(5)", output), 1).nIn, undefined);
    assert.equal(layerAt(listOf("1.0.0-M2.1", "", "DenseLayer.Builder().nOut(5)", output), 0).nIn, undefined);
  });

  test("an embedding's nIn counts indices: the column says nothing about it", () => {
    const embedding = layerAt(fromNnet("input: vector(1)\nlayer embedding { nIn: 9, nOut: 5 }\nlayer output { nOut: 2 }"), 0);
    assert.deepEqual(seen(embedding.nIn), [9, "explicit"]);
    assert.equal(expectedIn(embedding), undefined);
    assert.equal(layerAt(fromNnet("input: vector(1)\nlayer embedding { nOut: 5 }\nlayer output { nOut: 2 }"), 0).nIn, undefined);
  });

  test("layers without weights have none", () => {
    const network = fromNnet("input: vector(4)\nlayer activation { activation: relu }\nlayer output { nOut: 2 }");
    assert.equal(layerAt(network, 0).nIn, undefined);
    assert.equal(expectedIn(layerAt(network, 0)), undefined);
  });
});
