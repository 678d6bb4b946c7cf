import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import type { Network, Shape } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import type { Batch, NumberArray } from "../../../runner/src/engine.js";
import { trainableKinds } from "../../../runner/src/layers/kinds.js";
import { lossFormulas } from "../../../runner/src/losses/formulas.js";
import { toTensors } from "../../../runner/src/network/batch-tensors.js";
import { planNetwork } from "../../../runner/src/network/feasibility.js";
import { lossAndGradients } from "../../../runner/src/network/loss-and-gradients.js";
import type { NetworkLayer } from "../../../runner/src/network/network-layer.js";
import { seededRandom, type Random } from "../../../runner/src/network/random.js";
import { networkIn } from "../runner-process/networks.js";
import { javaKinds, javaNetworkOf } from "./java-kinds.js";
import { wasmFolder } from "./opening.js";

// The gradient of the loss along a random direction, against the difference of two losses.

const examples = 3;
const openSteps = 4;

const classes = "layer output { nOut: 3, activation: softmax, loss: mcxent }";
const perStep = "layer rnnOutput { nOut: 3, activation: softmax, loss: mcxent }";
const flat = (layers: string) => `input: vector(4)\n ${layers}\n ${classes}`;
const series = (layers: string, end = perStep) => `input: sequence(features: 2, length: ${openSteps})\n ${layers}\n ${end}`;
const image = (layers: string, end = classes) =>
  `input: image(height: 6, width: 6, channels: 2)\n layer convolution { nOut: 3, kernel: [3, 3], activation: tanh }\n ${layers}\n ${end}`;
const graph = (middle: string, from: string) =>
  `input: vector(4)\n layer dense a from input { nOut: 4, activation: tanh }\n layer dense b from input { nOut: 4, activation: tanh }\n ${middle}\n layer output out from ${from} { nOut: 3, activation: softmax, loss: mcxent }`;

/** By kind: a network in which a gradient goes through it. */
const texts: Readonly<Record<string, string>> = {
  DenseLayer: flat("layer dense { nOut: 5, activation: tanh }"),
  EmbeddingLayer: `input: vector(1)\n layer embedding { nIn: 5, nOut: 4, activation: tanh }\n ${classes}`,
  EmbeddingSequenceLayer: `input: sequence(features: 1, length: ${openSteps})\n layer embeddingSequence { nIn: 5, nOut: 4 }\n ${perStep}`,
  OutputLayer: flat("layer dense { nOut: 5, activation: sigmoid }"),
  RnnOutputLayer: series("layer simpleRnn { nOut: 3, activation: tanh }"),
  LossLayer: `input: vector(4)\n layer dense { nOut: 3, activation: identity }\n layer loss { activation: softmax, loss: mcxent }`,
  RnnLossLayer: series("layer simpleRnn { nOut: 3, activation: tanh }", "layer rnnLoss { activation: softmax, loss: mcxent }"),
  CnnLossLayer: image("", "layer cnnLoss { activation: sigmoid, loss: xent }"),
  ActivationLayer: flat("layer dense { nOut: 5, activation: identity }\n layer activation { activation: softsign }"),
  DropoutLayer: flat("layer dense { nOut: 5, activation: tanh }\n layer dropout { dropOut: keep(1) }"),
  PReLULayer: flat("layer dense { nOut: 5, activation: identity }\n layer prelu {}"),
  BatchNormalization: flat("layer dense { nOut: 5, activation: tanh }\n layer batchNormalization {}"),
  LocalResponseNormalization: image("layer localResponseNormalization {}"),
  AutoEncoder: flat("layer autoEncoder { nOut: 5, activation: sigmoid }"),
  VariationalAutoencoder: flat("layer variationalAutoencoder { nOut: 2, encoder: [4], decoder: [4], activation: tanh }"),
  RBM: flat("layer rbm { nOut: 5, visibleUnit: binary, hiddenUnit: binary }"),
  ConvolutionLayer: image("layer convolution { nOut: 2, kernel: [2, 2], stride: [2, 1], activation: tanh }"),
  Convolution1DLayer: series("layer convolution1D { nOut: 3, kernel: [2], mode: same, activation: tanh }"),
  SubsamplingLayer: image("layer subsampling { pooling: avg, kernel: [2, 2], stride: [2, 2] }"),
  Subsampling1DLayer: series(
    "layer subsampling1D { pooling: max, kernel: [2], stride: [2] }\n layer lastTimeStep(lstm) { nOut: 3, activation: tanh }",
    classes,
  ),
  GlobalPoolingLayer: image("layer globalPooling { pooling: pnorm, pnorm: 2 }"),
  ZeroPaddingLayer: image("layer zeroPadding { padding: [1, 1] }"),
  ZeroPadding1DLayer: "",
  Cropping2D: image("layer cropping { cropping: [1, 1] }"),
  Cropping1D: "",
  Upsampling2D: image("layer upsampling2D { size: [2, 2] }"),
  Upsampling1D: series("layer upsampling1D { size: [2] }\n layer lastTimeStep(lstm) { nOut: 3, activation: tanh }", classes),
  LSTM: series("layer lstm { nOut: 3, activation: tanh }"),
  GravesLSTM: series("layer gravesLstm { nOut: 3, activation: softsign }"),
  SimpleRnn: series("layer simpleRnn { nOut: 3, activation: tanh }"),
  Bidirectional: series("layer bidirectional(lstm) { nOut: 3, activation: tanh, mode: concat }"),
  LastTimeStep: series("layer lastTimeStep(simpleRnn) { nOut: 3, activation: tanh }", classes),
  FrozenLayer: flat("layer frozen(dense) { nOut: 5, activation: tanh }"),
  FrozenLayerWithBackprop: "",
  MergeVertex: graph("vertex merge m from a, b", "m"),
  ElementWiseVertex: graph("vertex elementWise(product) m from a, b", "m"),
  SubsetVertex: graph("vertex subset(1, 2) m from a\n vertex merge n from m, b", "n"),
  ScaleVertex: graph("vertex scale(2.5) m from a\n vertex merge n from m, b", "n"),
  ShiftVertex: graph("vertex shift(1) m from a\n vertex elementWise(product) n from m, b", "n"),
  L2NormalizeVertex: graph("vertex l2Normalize m from a\n vertex merge n from m, b", "n"),
  StackVertex: graph(
    "vertex stack s from a, b\n vertex unstack(0, 2) m from s\n vertex unstack(1, 2) n from s\n vertex elementWise(subtract) k from m, n",
    "k",
  ),
  UnstackVertex: graph("vertex stack s from a, b\n vertex unstack(1, 2) m from s", "m"),
  LastTimeStepVertex: `input: sequence(features: 2, length: ${openSteps})\n layer lstm a from input { nOut: 3, activation: tanh }\n vertex lastTimeStep(input) m from a\n layer output out from m { nOut: 3, activation: softmax, loss: mcxent }`,
  DuplicateToTimeSeriesVertex: `input: sequence(features: 2, length: ${openSteps})\n layer lastTimeStep(lstm) a from input { nOut: 3, activation: tanh }\n vertex duplicateToTimeSeries(input) m from a\n layer rnnOutput out from m { nOut: 3, activation: softmax, loss: mcxent }`,
};

/** What `.nnet` has no word for, and is a case of another kind that is shown. */
const sameAs: Readonly<Record<string, string>> = {
  ZeroPadding1DLayer: "ZeroPaddingLayer",
  Cropping1D: "Cropping2D",
  FrozenLayerWithBackprop: "FrozenLayer",
};

const sizesOf = (shape: Shape): number[] => {
  switch (shape.kind) {
    case "feedForward":
      return shape.steps === undefined ? [shape.size] : [shape.size, shape.steps ?? openSteps];
    case "recurrent":
      return [shape.size, shape.steps ?? openSteps];
    case "convolutional":
      return [shape.channels, shape.height, shape.width];
    case "convolutional3D":
      return [shape.channels, shape.depth, shape.height, shape.width];
    case "convolutionalFlat":
      return [shape.channels * shape.height * shape.width];
  }
};

function arrayOf(sizes: readonly number[], draw: (index: number) => number): NumberArray {
  const shape = [examples, ...sizes];
  return { shape, values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, index) => draw(index)) };
}

/** Inputs and labels that the network takes; labels lie strictly between 0 and 1. */
function batchFor(network: Network, random: Random): Batch {
  const isIndex = network.layers[0]?.kind.startsWith("Embedding") === true;
  const drawInput = () => (isIndex ? Math.floor(random.uniform() * 5) : 0.3 + 0.6 * random.normal());
  const features = network.inputs.map(({ name, type }) => [name, arrayOf(sizesOf(valueOf(type) ?? assert.fail()), drawInput)] as const);
  const labels = network.outputs.map((name) => {
    const shape = valueOf(network.layers.find((layer) => layer.name === name)?.outputShape) ?? assert.fail();
    return [name, arrayOf(sizesOf(shape), () => 0.1 + 0.8 * random.uniform())] as const;
  });
  return { size: examples, features: Object.fromEntries(features), labels: Object.fromEntries(labels) };
}

/** Runs and frees all that was made meanwhile; the result holds no tensors. */
function untracked<T>(run: () => T): T {
  tf.engine().startScope();
  try {
    return run();
  } finally {
    tf.engine().endScope();
  }
}

/** The loss, and the gradient of each trained array. */
function lossOf(layers: readonly NetworkLayer[], batch: Batch, network: Network) {
  return untracked(() => {
    const tensors = toTensors(batch, network);
    const pass = lossAndGradients(layers, tensors, { random: seededRandom(2), inputs: tensors.inputs });
    const gradients = [...pass.steps].flatMap(([parameter, { gradient }]) =>
      parameter.isTrained ? [[parameter, Float32Array.from(gradient.dataSync())] as const] : [],
    );
    const loss = pass.total.dataSync()[0] ?? NaN;
    pass.dispose();
    return { loss, gradients };
  });
}

const nnetNetwork = (text: string): Network =>
  networkIn(`network a {\n train { updater: sgd(learningRate: 0.1) }\n defaults { weightInit: xavier, biasInit: 0.1 }\n ${text}\n}`);

/** Compares all gradients along random directions, an array at a time. */
function assertGradients(network: Network, seed = 1, step = 1e-2): void {
  const { layers: plans, refused } = planNetwork(network);
  assert.deepEqual(refused, []);
  const random = seededRandom(seed);
  const layers = plans.map(({ start }) => start(random));
  const batch = batchFor(network, random);
  const { gradients } = lossOf(layers, batch, network);
  assert.ok(gradients.length > 0);
  for (const [parameter, gradient] of gradients) {
    // The centres of a class move as their paper says, not down the loss.
    if (parameter.spec.isItsOwnUpdate === true) continue;
    const start = tf.keep(tf.clone(parameter.tensor));
    const direction = tf.tensor(
      Array.from({ length: start.size }, () => random.normal() / Math.sqrt(start.size)),
      start.shape,
    );
    const moved = (by: number) => {
      parameter.replace(tf.add(start, tf.mul(by, direction)));
      return lossOf(layers, batch, network).loss;
    };
    const numeric = (moved(step) - moved(-step)) / (2 * step);
    parameter.replace(start);
    const along = direction.dataSync();
    const analytic = gradient.reduce((sum, value, index) => sum + value * (along[index] ?? 0), 0);
    const allowed = 2e-3 + 1e-2 * Math.abs(numeric);
    assert.ok(
      Math.abs(numeric - analytic) <= allowed,
      `${parameter.spec.name}: the gradient is ${analytic}, the difference of losses ${numeric}`,
    );
    tf.dispose([start, direction]);
  }
  for (const { parameters } of layers) for (const parameter of parameters) parameter.dispose();
}

for (const name of ["wasm", "cpu"] as const)
  describe(`gradients on ${name} are those of finite differences`, () => {
    before(() => openBackend(name, { wasmFolder }));

    test("every kind of layer and vertex is shown", () => {
      assert.deepEqual([...Object.keys(texts), ...javaKinds].sort(), [...trainableKinds].sort());
    });
    for (const [kind, text] of Object.entries(texts)) if (sameAs[kind] === undefined) test(kind, () => assertGradients(nnetNetwork(text)));
    for (const kind of javaKinds) test(kind, () => assertGradients(javaNetworkOf(kind)));

    for (const loss of Object.keys(lossFormulas)) {
      // The formulas of MCXENT and of POISSON by other names.
      if (loss === "SPARSE_MCXENT" || loss === "EXPLL") continue;
      test(`the loss ${loss}`, () => {
        // Outputs in 0 … 1, where every loss is defined.
        assertGradients(
          nnetNetwork(
            `input: vector(4)\n layer dense { nOut: 5, activation: tanh }\n layer output { nOut: 3, activation: sigmoid, loss: ${loss} }`,
          ),
        );
      });
    }
  });
