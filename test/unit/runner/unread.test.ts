import assert from "node:assert/strict";
import { test } from "node:test";
import { departuresOf } from "../../../runner/src/network/departures.js";
import { networkOf } from "./golden-cases.js";

const unread = (release: string, calls: string, layer = "") =>
  departuresOf(
    networkOf({
      nnet: undefined,
      release,
      java: `new NeuralNetConfiguration.Builder()${calls}.list()
        .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.RELU)${layer}.build())
        .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).activation(Activation.SOFTMAX).build()).build()`,
    }),
  ).map(({ setting }) => setting);

test("what a run does not heed is said by the name of its call", () => {
  const own = "new OwnConstraint(2.0, 1)";
  assert.deepEqual(unread("1.0.0-M2.1", `.updater(new Adam(1e-3)).constrainWeights(${own}).legacyBatchScaledL2(true)`), [
    "constrainWeights",
    "legacyBatchScaledL2",
  ]);
  assert.deepEqual(unread("1.0.0-M2.1", ".updater(new Adam(1e-3))", `.constrainBias(${own})`), ["layers.0.constrainBias"]);
  const limit = "new MaxNormConstraint(2.0, 1)";
  assert.deepEqual(unread("1.0.0-M2.1", `.updater(new Adam(1e-3)).constrainWeights(${limit}).minimize(false)`), []);
  assert.deepEqual(unread("0.9.1", ".learningRate(0.1).minimize(false)", ".biasLearningRate(0.2)"), ["minimize", "biasLearningRate"]);
});

test("of noise on weights, what is not applied is said", () => {
  const noise = ".weightNoise(new OwnNoise(0.1))";
  const dropped = ".weightNoise(new DropConnect(0.5))";
  assert.deepEqual(unread("1.0.0-M2.1", `.updater(new Adam(1e-3))${noise}`), ["weightNoise"]);
  assert.deepEqual(unread("1.0.0-M2.1", ".updater(new Adam(1e-3))", noise), ["layers.0.dropConnect"]);
  assert.deepEqual(unread("1.0.0-M2.1", ".updater(new Adam(1e-3))", dropped), []);
  assert.deepEqual(unread("1.0.0-M2.1", `.updater(new Adam(1e-3))${dropped}`), []);
});

test("what is heeded is not mentioned", () => {
  assert.deepEqual(unread("1.0.0-M2.1", ".seed(1).updater(new Adam(1e-3)).l2(1e-4)", ".dropOut(0.8).biasInit(0.1)"), []);
});

test("a value that cannot be read off the text is said, once for all layers that take it", () => {
  const own = ".biasInit(bias()).hasBias(has())";
  assert.deepEqual(unread("1.0.0-M2.1", ".seed(any()).updater(new Adam(1e-3)).gradientNormalization(kind()).miniBatch(mini())", own), [
    "train.miniBatch",
    "train.gradientNormalization",
    "layers.0.biasInit",
    "layers.0.hasBias",
  ]);
});

test("settings that a run trains without are said", () => {
  const own = ".inputPreProcessor(0, new OwnScaling(3))";
  const network = (between: string, end = "", release = "1.0.0-M2.1", start = ".updater(new Adam(1e-3))") =>
    departuresOf(
      networkOf({
        nnet: undefined,
        release,
        java: `new NeuralNetConfiguration.Builder()${start}.list()
        .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.RELU).build())
        .layer(1, ${between})
        .layer(2, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).activation(Activation.SOFTMAX).build())${end}.build()`,
      }),
    ).map(({ setting }) => setting);
  const dense = "new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.RELU).build()";
  assert.deepEqual(network(dense, own), ["layers.0.preprocessor"]);
  assert.deepEqual(network(dense, ".inputPreProcessor(0, new RnnToFeedForwardPreProcessor())"), []);
  // It changes nothing in Deeplearning4j either: test/golden-layers/settings.json.
  assert.deepEqual(network("new BatchNormalization.Builder().nOut(8).minibatch(false).build()"), []);
  assert.deepEqual(network("new AutoEncoder.Builder().nIn(8).nOut(8).sparsity(0.05).build()"), ["layers.1.sparsity"]);
  assert.deepEqual(network("new AutoEncoder.Builder().nIn(8).nOut(8).sparsity(0).build()"), []);
  assert.deepEqual(network(dense, ".pretrain(false).backprop(false)", "0.9.1", ".learningRate(0.1)"), ["train.backprop"]);
  assert.deepEqual(network(dense, ".pretrain(false).backprop(true)", "0.9.1", ".learningRate(0.1)"), []);
});
