import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Network } from "../../../core/src/model/index.js";
import { nameOf, valueOf } from "../../../core/src/model/index.js";
import { fromNnet, layerAt, listOf, seen } from "./written.js";

const dense = "DenseLayer.Builder().nIn(4).nOut(5)";
const output = "OutputLayer.Builder().nIn(5).nOut(3)";

/** A network with nothing but its layers. */
const bare = (version: string) => listOf(version, "", dense, output);

/** What is in force, by the first release of each value. */
const history: readonly (readonly [what: string, value: (network: Network) => unknown, ...(readonly (readonly [string, unknown])[])])[] = [
  [
    "optimizationAlgo",
    ({ train }) => valueOf(train.optimizationAlgo),
    ["0.4-rc3.8", "CONJUGATE_GRADIENT"],
    ["0.4.0", "STOCHASTIC_GRADIENT_DESCENT"],
    ["1.0.0-M2.1", "STOCHASTIC_GRADIENT_DESCENT"],
  ],
  ["iterations", ({ train }) => valueOf(train.iterations), ["0.5.0", 5], ["0.6.0", 1], ["0.9.1", 1], ["1.0.0-alpha", undefined]],
  ["updater", ({ train }) => valueOf(train.updater)?.name, ["0.4-rc3.4", "AdaGrad"], ["0.4-rc3.8", "Sgd"], ["1.0.0-M2.1", "Sgd"]],
  ["learning rate", ({ train }) => valueOf(valueOf(train.updater)?.learningRate), ["0.5.0", 0.1], ["0.9.1", 0.1], ["1.0.0-alpha", 1e-3]],
  [
    "weightInit",
    (network) => valueOf(layerAt(network, 0).weightInit),
    ["0.4-rc3.4", "VI"],
    ["0.4-rc3.8", "XAVIER"],
    ["1.0.0-beta4", "XAVIER"],
  ],
  ["hidden activation", (network) => valueOf(layerAt(network, 0).activation), ["0.4.0", "SIGMOID"], ["1.0.0-M2.1", "SIGMOID"]],
  [
    "output activation",
    (network) => valueOf(layerAt(network, 1).activation),
    ["0.9.1", "SIGMOID"],
    ["1.0.0-beta2", "SIGMOID"],
    ["1.0.0-beta3", "SOFTMAX"],
    ["1.0.0-M2.1", "SOFTMAX"],
  ],
  ["output loss", (network) => valueOf(layerAt(network, 1).loss), ["0.5.0", "RMSE_XENT"], ["0.6.0", "MCXENT"], ["1.0.0-M2.1", "MCXENT"]],
  ["pretrain", ({ train }) => valueOf(train.pretrain), ["0.6.0", true], ["0.7.0", false], ["1.0.0-M2.1", false]],
  ["regularization", ({ train }) => valueOf(train.regularization), ["0.9.1", false], ["1.0.0-alpha", undefined]],
];

describe("what is in force where nothing is written, by version", () => {
  for (const [what, value, ...steps] of history) {
    for (const [version, expected] of steps) test(`${what} in ${version}`, () => assert.deepEqual(value(bare(version)), expected));
  }

  /** Activation of a layer under a global tanh. */
  const underGlobal: readonly (readonly [layer: string, version: string, activation: string, origin: string])[] = [
    ["OutputLayer.Builder()", "1.0.0-beta2", "TANH", "inherited"],
    ["OutputLayer.Builder()", "1.0.0-beta3", "SOFTMAX", "default"],
    ["RnnOutputLayer.Builder()", "1.0.0-M2.1", "SOFTMAX", "default"],
    ["RnnLossLayer.Builder()", "1.0.0-M2.1", "TANH", "inherited"],
    ["LossLayer.Builder()", "0.7.0", "TANH", "inherited"],
    ["LossLayer.Builder()", "0.7.2", "IDENTITY", "default"],
    ["CnnLossLayer.Builder()", "1.0.0-M2.1", "IDENTITY", "default"],
    ["EmbeddingLayer.Builder()", "1.0.0-beta6", "TANH", "inherited"],
    ["EmbeddingLayer.Builder()", "1.0.0-beta7", "IDENTITY", "default"],
    ["ActivationLayer.Builder()", "1.0.0-M2.1", "TANH", "inherited"],
    ["LocallyConnected2D.Builder()", "1.0.0-M2.1", "TANH", "default"],
    ["LSTM.Builder()", "1.0.0-M2.1", "TANH", "inherited"],
  ];
  for (const [layer, version, activation, origin] of underGlobal) {
    test(`${layer} under a global tanh in ${version} has ${activation}`, () => {
      const network = listOf(version, ".activation(Activation.TANH)", dense, layer);
      assert.deepEqual(seen(layerAt(network, 1).activation), [activation, origin]);
    });
  }

  test("an LSTM without any activation is a sigmoid, with gates of its own", () => {
    const lstm = layerAt(fromNnet("input: sequence(features: 3)\nlayer lstm { nOut: 4 }\nlayer rnnOutput { nOut: 2 }"), 0);
    assert.deepEqual(seen(lstm.activation), ["SIGMOID", "default"]);
    assert.deepEqual(seen(lstm.gateActivation), ["SIGMOID", "default"]);
    assert.deepEqual(seen(lstm.forgetGateBiasInit), [1, "default"]);
  });

  test("embeddings have a bias up to 0.9.1", () => {
    const biased = (version: string) => valueOf(layerAt(listOf(version, "", "EmbeddingLayer.Builder().nIn(9).nOut(5)", output), 0).hasBias);
    assert.equal(biased("0.9.1"), true);
    assert.equal(biased("1.0.0-alpha"), false);
  });

  test("sizes of windows, and the convolution mode before and after it could be chosen", () => {
    const layers = ["ConvolutionLayer.Builder()", "SubsamplingLayer.Builder()", output] as const;
    const network = listOf("1.0.0-M2.1", "", ...layers);
    const [convolution, pooling] = [layerAt(network, 0), layerAt(network, 1)];
    assert.deepEqual(
      [valueOf(convolution.kernel), valueOf(convolution.stride), valueOf(convolution.padding)],
      [
        [5, 5],
        [1, 1],
        [0, 0],
      ],
    );
    assert.deepEqual([valueOf(pooling.kernel), valueOf(pooling.stride), valueOf(pooling.pooling)], [[1, 1], [2, 2], "MAX"]);
    assert.equal(valueOf(convolution.mode), "Truncate");
    assert.equal(valueOf(layerAt(listOf("0.6.0", "", ...layers), 0).mode), "Strict");
  });

  test("pretraining layers reconstruct by cross-entropy", () => {
    const network = listOf("0.9.1", "", "RBM.Builder().nIn(4).nOut(3)", "OutputLayer.Builder().nIn(3).nOut(2)");
    const rbm = layerAt(network, 0);
    assert.deepEqual(seen(rbm.loss), ["RECONSTRUCTION_CROSSENTROPY", "default"]);
    assert.deepEqual(seen(rbm.more.visibleUnit), ["BINARY", "default"]);
    assert.deepEqual(seen(rbm.more.k), [1, "default"]);
    assert.deepEqual(network.outputs, ["layer1"]);
  });
});

describe("what .nnet takes for granted, and builder calls leave open", () => {
  const layers = "input: vector(4)\nlayer output { nOut: 3 }";

  test(".nnet: one epoch, minibatches of 32, no scaling, shuffled, trained", () => {
    const { train, data } = fromNnet(layers);
    assert.deepEqual(seen(train.epochs), [1, "default"]);
    assert.deepEqual(seen(train.batchSize), [32, "default"]);
    assert.equal(train.batchSize.path, "train.batchSize");
    assert.equal(train.batchSize.address, "data.batchSize");
    assert.equal(nameOf(valueOf(data.normalize)), "none");
    assert.deepEqual(seen(data.shuffle), [true, "default"]);
    assert.deepEqual(seen(train.iterations), [1, "default"]);
    assert.deepEqual(seen(train.seed), ["unknown"]);
    assert.equal(train.isTrained, true);
  });

  test(".nnet: pieces of a text stay in order", () => {
    const { data } = fromNnet(`data { train: text("a.txt", length: 50) }\ninput: sequence(features: 9)\nlayer rnnOutput { nOut: 9 }`);
    assert.deepEqual(seen(data.shuffle), [false, "default"]);
  });

  test("builder calls: nothing about the data is assumed", () => {
    const { train, data } = bare("1.0.0-M2.1");
    const origins = [train.epochs, train.batchSize, data.normalize, data.shuffle, train.seed].map(({ origin }) => origin);
    assert.deepEqual(new Set(origins), new Set(["unknown"]));
    assert.equal(train.iterations, undefined);
    assert.equal(train.isTrained, false);
  });

  test("iterations, pretraining and RBMs work in .nnet as in 0.9.1", () => {
    const {
      train,
      layers: all,
      parameters,
    } = fromNnet("train { iterations: 3 pretrain: passes(4) }\ninput: vector(6)\nlayer rbm { nOut: 4 }\nlayer output { nOut: 2 }");
    assert.deepEqual(seen(train.iterations), [3, "explicit"]);
    assert.deepEqual(seen(train.pretrain), [4, "explicit"]);
    assert.equal(all[0]?.kind, "RBM");
    assert.equal(valueOf(parameters), 6 * 4 + 4 + 6 + (4 * 2 + 2));
  });
});
